'use client';

import type { ControlProps } from '@/components/inspector/controls/control-props';
import styles from '@/components/inspector/controls/controls.module.css';

/** Free text on one line, or on several. */
export function TextControl(props: ControlProps<'text'>) {
  const { field, label, value, onChange, isInvalid, describedBy, isDisabled } = props;
  const shared = {
    className: styles.text,
    'aria-label': label,
    'aria-invalid': isInvalid,
    'aria-describedby': describedBy,
    disabled: isDisabled,
    spellCheck: false,
    value: typeof value === 'string' ? value : field.default,
  } as const;
  if (field.lines !== undefined) {
    return <textarea {...shared} rows={field.lines} onChange={(event) => onChange(event.target.value)} />;
  }
  return <input {...shared} type="text" autoComplete="off" onChange={(event) => onChange(event.target.value)} />;
}
