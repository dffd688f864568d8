'use client';

import { useId } from 'react';
import { useNumberDraft } from '@/components/training/use-number-draft';
import type { Bounds } from '@/lib/document/training-settings';
import styles from '@/components/training/settings.module.css';

interface NumberFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  readonly bounds: Bounds;
  readonly onChange: (value: number) => void;
}

/** A number; what it does is a tip, and read out. */
export function NumberField({ label, hint, value, bounds, onChange }: NumberFieldProps) {
  const id = useId();
  const { problem, input } = useNumberDraft({ value, bounds, onChange });

  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input id={id} className={styles.input} aria-describedby={`${id}-hint`} title={hint} {...input} />
      <span id={`${id}-hint`} className={problem === null ? 'visually-hidden' : styles.problem}>
        {problem ?? hint}
      </span>
    </div>
  );
}
