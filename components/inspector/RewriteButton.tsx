'use client';

import { uiMessages } from '@/lib/messages/ui';
import { useAction } from '@/components/state/use-actions';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/inspector/inspector.module.css';

/** Opens the preview of what could stand in place of what is selected, or of any layer. */
export function RewriteButton() {
  const { action, enabled } = useAction('rewrite-layers');
  const label = useMessages(uiMessages).actions['rewrite-layers'];
  return (
    <div className={styles.actions}>
      <Button icon="wand" disabled={!enabled} onClick={action.run}>
        {label}
      </Button>
    </div>
  );
}
