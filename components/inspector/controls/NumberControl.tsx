'use client';

import type { ControlProps } from '@/components/inspector/controls/control-props';
import { NumberInput } from '@/components/inspector/controls/NumberInput';
import styles from '@/components/inspector/controls/controls.module.css';

export function NumberControl(props: ControlProps<'integer' | 'real'>) {
  const { field, label, value, onChange, isInvalid, describedBy, isDisabled } = props;
  return (
    <span className={styles.row}>
      <NumberInput
        label={label}
        value={typeof value === 'number' ? value : field.default}
        min={field.min}
        max={field.max}
        step={field.kind === 'integer' ? 1 : field.step}
        onChange={onChange}
        isInvalid={isInvalid}
        describedBy={describedBy}
        isDisabled={isDisabled}
      />
      {field.unit === undefined ? null : <span className={styles.unit}>{field.unit}</span>}
    </span>
  );
}
