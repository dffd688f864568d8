'use client';

import { useId } from 'react';
import { DefaultMark } from '@/components/training/settings/DefaultMark';
import fields from '@/components/training/settings.module.css';
import styles from '@/components/training/settings/groups.module.css';

interface ChoiceRowProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly hint: string;
  readonly standard: T | null;
  readonly onChange: (value: T) => void;
}

/** One of a few named things, with what the chosen one means under it. */
export function ChoiceRow<T extends string>(props: ChoiceRowProps<T>) {
  const { label, value, options, names, hint, standard, onChange } = props;
  const id = useId();
  const choose = (text: string) => {
    const option = options.find((one) => one === text);
    if (option !== undefined) onChange(option);
  };
  return (
    <div className={styles.choice}>
      <div className={styles.choiceHead}>
        <label htmlFor={id}>{label}</label>
        {standard !== null && (
          <DefaultMark
            label={label}
            standard={names[standard]}
            isStandard={value === standard}
            onReset={() => onChange(standard)}
          />
        )}
      </div>
      <select
        id={id}
        className={fields.select}
        value={value}
        {...(hint === '' ? {} : { 'aria-describedby': `${id}-hint` })}
        onChange={(event) => choose(event.target.value)}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {names[option]}
          </option>
        ))}
      </select>
      {hint !== '' && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
