import type { ReactNode } from 'react';
import { Icon, type UiIconName } from '@/components/ui/Icon';
import styles from '@/components/training/training.module.css';

interface EmptyViewProps {
  readonly title: string;
  readonly text: string;
  readonly icon: UiIconName;
  readonly children?: ReactNode;
}

/** A view with nothing to show yet, and what to do about it. */
export function EmptyView({ title, text, icon, children }: EmptyViewProps) {
  return (
    <div className={styles.empty}>
      <Icon name={icon} size={28} />
      <strong>{title}</strong>
      <p>{text}</p>
      {children}
    </div>
  );
}
