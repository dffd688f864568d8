'use client';

import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { useDesigner } from '@/components/state/designer-context';
import { useAction } from '@/components/state/use-actions';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { useMessages } from '@/components/ui/use-messages';
import { uiMessages } from '@/lib/messages/ui';
import styles from '@/components/shell/DesignName.module.css';

/** The design's name; a click, or its action, turns it into a field. Enter keeps, Escape takes back. */
export function DesignName() {
  const { shell } = useDesigner();
  const name = useWorkspace(({ document }) => document.name);
  const isRenaming = useStore(shell.store, (state) => state.isRenaming);
  const { action, enabled } = useAction('rename-design');
  const t = useMessages(uiMessages);
  if (isRenaming) return <NameField name={name} onDone={() => shell.setRenaming(false)} />;
  return (
    <button
      type="button"
      className={styles.name}
      title={t.actions['rename-design']}
      disabled={!enabled}
      onClick={action.run}
    >
      {name}
    </button>
  );
}

function NameField({ name, onDone }: { readonly name: string; readonly onDone: () => void }) {
  const { apply } = useWorkspaceActions();
  const t = useMessages(uiMessages);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  const keep = () => {
    const written = field.current?.value.trim() ?? '';
    if (written !== '' && written !== name) apply({ kind: 'set-name', name: written });
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') keep();
    if (event.key === 'Escape') onDone();
  };
  return (
    <input
      ref={field}
      className={styles.field}
      aria-label={t.design.name}
      defaultValue={name}
      maxLength={120}
      autoFocus
      onBlur={keep}
      onKeyDown={onKeyDown}
    />
  );
}
