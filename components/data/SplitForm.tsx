'use client';

import type { FormProps } from '@/components/data/form';
import { WholeNumber } from '@/components/data/WholeNumber';
import { useMessages } from '@/components/ui/use-messages';
import type { SplitOptions } from '@/lib/datasets/import/protocol';
import { datasetMessages } from '@/lib/messages/datasets';
import styles from '@/components/data/data.module.css';

/** Percent; what a test set smaller or larger than this would say of a network is little. */
const SHARE = { min: 1, max: 90 } as const;
const SEED = { min: 0, max: 2 ** 31 - 1 } as const;

/** Which samples the network is tested on and never learns from. */
export function SplitForm({ found, options, onChange }: FormProps) {
  const t = useMessages(datasetMessages).how;
  const { split } = options;
  const change = (part: Partial<SplitOptions>) => onChange({ ...options, split: { ...split, ...part } });
  return (
    <fieldset className={styles.group}>
      <legend>{t.split}</legend>
      {found.counts.test !== null && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={split.keepsOwn}
            onChange={({ target }) => change({ keepsOwn: target.checked })}
          />
          {t.keepsOwn}
        </label>
      )}
      {!split.keepsOwn && (
        <>
          <div className={styles.grid}>
            <WholeNumber
              label={t.testShare}
              value={Math.round(split.testShare * 100)}
              {...SHARE}
              onChange={(percent) => change({ testShare: percent / 100 })}
            />
            <WholeNumber label={t.seed} value={split.seed} {...SEED} onChange={(seed) => change({ seed })} />
          </div>
          <p className={styles.hint}>{t.splitHint}</p>
        </>
      )}
    </fieldset>
  );
}
