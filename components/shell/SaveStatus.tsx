'use client';

import { useWorkspace } from '@/components/state/use-workspace';
import { Icon, type UiIconName } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import { uiMessages } from '@/lib/messages/ui';
import type { SaveState } from '@/lib/state/workspace-state';
import styles from '@/components/shell/SaveStatus.module.css';

const ICONS: Readonly<Record<SaveState, UiIconName | null>> = {
  loading: null,
  saving: null,
  saved: 'check',
  failed: 'warning',
  elsewhere: 'eye',
};

/** Whether the design is kept. Not a live region: it changes with every edit, and failures come as notices. */
export function SaveStatus() {
  const t = useMessages(uiMessages);
  const state = useWorkspace(({ saveState }) => saveState);
  const icon = ICONS[state];
  return (
    <span className={styles.status} data-state={state}>
      {icon !== null && <Icon name={icon} size={13} />}
      {t.save[state]}
    </span>
  );
}
