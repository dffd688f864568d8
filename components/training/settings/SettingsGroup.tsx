'use client';

import type { ReactNode } from 'react';
import { usePreferenceActions, usePreferences } from '@/components/state/use-preferences';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { trainingSettingsMessages, type TrainingSettingsMessages } from '@/lib/messages/training-settings';
import styles from '@/components/training/settings/groups.module.css';

export type GroupName = keyof TrainingSettingsMessages['groups'];

interface SettingsGroupProps {
  readonly name: GroupName;
  /** What is set, in a few words: read while the group is folded up. */
  readonly summary: string;
  /** Brings every setting of the group back; null: they are all as they come. */
  readonly onReset: (() => void) | null;
  readonly children: ReactNode;
}

/** Settings that belong together, folded up or not: remembered across visits. */
export function SettingsGroup({ name, summary, onReset, children }: SettingsGroupProps) {
  const t = useMessages(trainingSettingsMessages);
  const open = usePreferences(({ openSettings }) => openSettings);
  const { set } = usePreferenceActions();
  const isOpen = open.includes(name);
  const toggle = (isNowOpen: boolean) => {
    if (isNowOpen === isOpen) return;
    set({ openSettings: isNowOpen ? [...open, name] : open.filter((other) => other !== name) });
  };
  return (
    <details className={styles.group} open={isOpen} onToggle={({ currentTarget }) => toggle(currentTarget.open)}>
      <summary>
        <span className={styles.title}>{t.groups[name]}</span>
        <span className={styles.summary}>
          {onReset !== null && <i className={styles.dot} role="img" aria-label={t.changed} title={t.changed} />}
          {summary}
        </span>
      </summary>
      {isOpen && (
        <div className={styles.fields}>
          {children}
          {onReset !== null && (
            <Button
              look="quiet"
              icon="undo"
              className={styles.resetAll}
              aria-label={t.backToDefaultsOf(t.groups[name])}
              onClick={onReset}
            >
              {t.backToDefaults}
            </Button>
          )}
        </div>
      )}
    </details>
  );
}
