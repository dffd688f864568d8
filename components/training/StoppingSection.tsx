'use client';

import { useId } from 'react';
import { ChoiceRow } from '@/components/training/settings/ChoiceRow';
import { NumberRows } from '@/components/training/settings/NumberRows';
import { SettingsGroup } from '@/components/training/settings/SettingsGroup';
import { differsFromDefault, useReset } from '@/components/training/settings/use-reset';
import { useSettings } from '@/components/training/use-settings';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { DEFAULT_TRAINING, MONITORED } from '@/lib/document/training-settings';
import { formatCount } from '@/lib/messages/figures';
import { trainingSettingsMessages } from '@/lib/messages/training-settings';
import styles from '@/components/training/settings/groups.module.css';

/** When a run ends before its last epoch. */
export function StoppingSection() {
  const t = useMessages(trainingSettingsMessages);
  const locale = useLocale();
  const id = useId();
  const [settings, change] = useSettings();
  const { earlyStopping, validationShare } = settings;
  const reset = useReset(['earlyStopping'], 'earlyStopping');
  return (
    <SettingsGroup
      name="stopping"
      summary={earlyStopping.isOn ? t.short.patience(formatCount(locale, earlyStopping.patience)) : t.short.off}
      onReset={differsFromDefault(settings, ['earlyStopping']) ? reset : null}
    >
      <div className={styles.check}>
        <label>
          <input
            type="checkbox"
            checked={earlyStopping.isOn}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) =>
              change({ earlyStopping: { ...earlyStopping, isOn: target.checked } }, 'earlyStopping.isOn')
            }
          />{' '}
          {t.stopEarly.label}
        </label>
        <p id={`${id}-hint`} className={styles.hint}>
          {t.stopEarly.hint}
        </p>
      </div>
      {earlyStopping.isOn && (
        <>
          <ChoiceRow
            label={t.monitor.label}
            value={earlyStopping.monitor}
            options={MONITORED}
            names={t.monitor.options}
            hint={t.monitor.hints[earlyStopping.monitor]}
            standard={DEFAULT_TRAINING.earlyStopping.monitor}
            onChange={(monitor) => change({ earlyStopping: { ...earlyStopping, monitor } }, 'earlyStopping.monitor')}
          />
          <NumberRows
            specs={[
              { part: 'earlyStopping', name: 'patience' },
              { part: 'earlyStopping', name: 'minDelta' },
            ]}
          />
          {validationShare === 0 && <p className={styles.note}>{t.noValidation}</p>}
        </>
      )}
    </SettingsGroup>
  );
}
