'use client';

import type { ControlProps } from '@/components/inspector/controls/control-props';
import styles from '@/components/inspector/controls/controls.module.css';

export function ChoiceControl(props: ControlProps<'choice'>) {
  const { field, label, value, onChange, options, isInvalid, describedBy, isDisabled } = props;
  const chosen = typeof value === 'string' ? value : field.default;
  const offered = field.options.includes(chosen) ? field.options : [chosen, ...field.options];
  return (
    <select
      className={styles.select}
      aria-label={label}
      aria-invalid={isInvalid}
      aria-describedby={describedBy}
      disabled={isDisabled}
      value={chosen}
      onChange={(event) => onChange(event.target.value)}
    >
      {offered.map((option) => (
        <option key={option} value={option}>
          {options[option] ?? option}
        </option>
      ))}
    </select>
  );
}
