'use client';

import { uiMessages } from '@/lib/messages/ui';
import { useAction } from '@/components/state/use-actions';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/inspector/inspector.module.css';

/** Opens the picture with what a unit of the selected layer sees; absent where units have no places. */
export function UnitViewButton() {
  const { action, enabled } = useAction('show-unit-view');
  const label = useMessages(uiMessages).actions['show-unit-view'];
  if (!enabled) return null;
  return (
    <div className={styles.actions}>
      <Button icon="eye" onClick={action.run}>
        {label}
      </Button>
    </div>
  );
}
