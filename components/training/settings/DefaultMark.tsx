'use client';

import { Icon } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import { trainingSettingsMessages } from '@/lib/messages/training-settings';
import styles from '@/components/training/settings/groups.module.css';

interface DefaultMarkProps {
  readonly label: string;
  readonly standard: string;
  readonly isStandard: boolean;
  readonly onReset: () => void;
}

/** Says that a value is the default, or brings the default back. */
export function DefaultMark({ label, standard, isStandard, onReset }: DefaultMarkProps) {
  const t = useMessages(trainingSettingsMessages);
  if (isStandard) return <span className={styles.standard}>{t.standard}</span>;
  return (
    <button
      type="button"
      className={styles.reset}
      aria-label={t.backToOf(label, standard)}
      title={t.backToOf(label, standard)}
      onClick={onReset}
    >
      <Icon name="undo" size={12} />
      {t.backTo(standard)}
    </button>
  );
}
