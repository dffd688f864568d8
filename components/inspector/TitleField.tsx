'use client';

import { useId, useState } from 'react';
import type { DocumentNode } from '@/lib/document/document';
import { layerDefinition } from '@/lib/layers/registry';
import { inspectorMessages } from '@/lib/messages/inspector';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { useGesture } from '@/components/inspector/use-gesture';
import styles from '@/components/inspector/inspector.module.css';

/** The person's own name for a layer; empty = its type's. */
export function TitleField({ node }: { readonly node: DocumentNode }) {
  const locale = useLocale();
  const messages = useMessages(inspectorMessages);
  const { apply } = useWorkspaceActions();
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  const id = useId();
  const gesture = useGesture(`title ${node.id}`);
  const [draft, setDraft] = useState<string | null>(null);
  const title = node.title ?? '';
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{messages.layerName}</label>
      <input
        id={id}
        type="text"
        className={styles.text}
        maxLength={60}
        title={messages.layerNameHint}
        placeholder={layerDefinition(node.type)?.text[locale].title}
        disabled={isReadOnly}
        value={draft !== null && draft.trim() === title ? draft : title}
        onFocus={gesture.restart}
        onBlur={() => setDraft(null)}
        onChange={({ target }) => {
          setDraft(target.value);
          apply({ kind: 'set-title', node: node.id, title: target.value }, gesture.key());
        }}
      />
    </div>
  );
}
