'use client';

import { useId } from 'react';
import { BIAS_COUNTS, PRECISIONS, WORK_UNITS, type Conventions, type Counting } from '@/lib/analysis/conventions';
import { formatCount } from '@/lib/messages/figures';
import { numbersMessages } from '@/lib/messages/numbers';
import { trainingMessages } from '@/lib/messages/training';
import { BatchSizeField } from '@/components/inspector/BatchSizeField';
import controls from '@/components/inspector/controls/controls.module.css';
import { usePreferenceActions, usePreferences } from '@/components/state/use-preferences';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import styles from '@/components/numbers/numbers.module.css';

/** How the figures are counted, in one line; opened, the ways to choose from. */
export function ConventionFields({ conventions }: { readonly conventions: Conventions }) {
  const locale = useLocale();
  const words = useMessages(numbersMessages);
  const { optimizers } = useMessages(trainingMessages).settings;
  const counting = usePreferences(({ counting }) => counting);
  const { set } = usePreferenceActions();
  const change = (change: Partial<Counting>) => set({ counting: { ...counting, ...change } });
  const { work, biases, statistics, precision, batchSize, optimizer } = conventions;
  const counted = [
    words.work[work],
    `${words.biasesLabel.toLocaleLowerCase(locale)} ${words.biases[biases]}`,
    words.statisticsCounted(statistics),
    words.precision[precision],
    words.batch(formatCount(locale, batchSize), optimizers[optimizer]),
  ];
  return (
    <details className={styles.conventions}>
      <summary>
        {words.conventions}
        <span>{words.counted(counted)}</span>
      </summary>
      <div className={styles.fields}>
        <Choice
          label={words.workLabel}
          options={WORK_UNITS}
          names={words.work}
          value={work}
          onChange={(work) => change({ work })}
        />
        <Choice
          label={words.biasesLabel}
          options={BIAS_COUNTS}
          names={words.biases}
          value={biases}
          onChange={(biases) => change({ biases })}
        />
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={statistics}
            onChange={({ target }) => change({ statistics: target.checked })}
          />
          {words.statistics}
        </label>
        <Choice
          label={words.precisionLabel}
          options={PRECISIONS}
          names={words.precision}
          value={precision}
          onChange={(precision) => change({ precision })}
        />
        <BatchSizeField />
      </div>
    </details>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, options, names, value, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={controls.select}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((option) => option === target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {names[option]}
          </option>
        ))}
      </select>
    </div>
  );
}
