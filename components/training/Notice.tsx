import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/Icon';
import styles from '@/components/training/notices.module.css';

interface NoticeProps {
  readonly tone: 'error' | 'warning' | 'hint';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** One thing to know, with its ways out. */
export function Notice({ tone, children, actions }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'hint' ? 'status' : 'alert'}>
      <Icon name={tone} />
      <div className={styles.text}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
