'use client';

import type { ActionId } from '@/lib/state/action';
import { uiMessages } from '@/lib/messages/ui';
import { useAction } from '@/components/state/use-actions';
import { Button } from '@/components/ui/Button';
import type { UiIconName } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/inspector/inspector.module.css';

interface ActionButtonsProps {
  readonly actions: readonly { readonly id: ActionId; readonly icon: UiIconName }[];
}

/** Actions on what is selected, as buttons; those that do not apply to it are left out. */
export function ActionButtons({ actions }: ActionButtonsProps) {
  return (
    <div className={styles.actions}>
      {actions.map(({ id, icon }) => (
        <ActionButton key={id} id={id} icon={icon} />
      ))}
    </div>
  );
}

function ActionButton({ id, icon }: { readonly id: ActionId; readonly icon: UiIconName }) {
  const { action, enabled } = useAction(id);
  const label = useMessages(uiMessages).actions[id];
  if (!enabled) return null;
  return (
    <Button icon={icon} onClick={action.run}>
      {label}
    </Button>
  );
}
