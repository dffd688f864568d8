'use client';

import { useMessages } from '@/components/ui/use-messages';
import { uiMessages } from '@/lib/messages/ui';
import styles from '@/components/shell/shell.module.css';

/** Stands in a panel while its code is fetched; shown late enough that a fast network never shows it. */
export function PanelLoading() {
  const t = useMessages(uiMessages);
  return <p className={styles.panelLoading}>{t.panelLoading}</p>;
}
