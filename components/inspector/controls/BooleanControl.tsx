'use client';

import type { ControlProps } from '@/components/inspector/controls/control-props';
import styles from '@/components/inspector/controls/controls.module.css';

export function BooleanControl({ field, label, value, onChange, describedBy, isDisabled }: ControlProps<'boolean'>) {
  return (
    <input
      type="checkbox"
      className={styles.checkbox}
      aria-label={label}
      aria-describedby={describedBy}
      disabled={isDisabled}
      checked={typeof value === 'boolean' ? value : field.default}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
