'use client';

import { canvasMessages } from '@/lib/messages/canvas';
import { useAction } from '@/components/state/use-actions';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { LAYERS } from '@/lib/layers/registry';
import styles from '@/components/canvas/canvas.module.css';

/** What to do with an empty canvas. */
export function StartHint() {
  const messages = useMessages(canvasMessages);
  const isEmpty = useWorkspace(({ document }) => Object.keys(document.nodes).length === 0);
  const isLoading = useWorkspace(({ saveState }) => saveState === 'loading');
  const { apply } = useWorkspaceActions();
  const templates = useAction('open-template');
  if (!isEmpty || isLoading) return null;
  return (
    <div className={styles.empty}>
      <div className={styles.emptyCard}>
        <h2>{messages.emptyTitle}</h2>
        <p>{messages.emptyText}</p>
        <div className={styles.emptyActions}>
          <Button look="primary" icon="template" disabled={!templates.enabled} onClick={templates.action.run}>
            {messages.emptyTemplate}
          </Button>
          <Button icon="plus" onClick={() => apply({ kind: 'add-layer', type: LAYERS.input.type })}>
            {messages.emptyInput}
          </Button>
        </div>
      </div>
    </div>
  );
}
