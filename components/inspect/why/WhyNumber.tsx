'use client';

import { useId, useState } from 'react';
import styles from '@/components/inspect/why/why.module.css';

interface WhyNumberProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly bounds: { readonly min: number; readonly max: number; readonly step: number };
  readonly onChange: (value: number) => void;
}

/** A small number beside its label; what is out of bounds is not taken and says so while it stands there. */
export function WhyNumber({ label, hint, value, bounds, onChange }: WhyNumberProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const take = (text: string) => {
    setDraft(text);
    const number = Number(text);
    const isWhole = bounds.step < 1 || Number.isInteger(number);
    if (text.trim() !== '' && isWhole && number >= bounds.min && number <= bounds.max) onChange(number);
  };
  return (
    <span className={styles.number} title={hint}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        {...bounds}
        value={draft ?? String(value)}
        onChange={({ target }) => take(target.value)}
        onBlur={() => setDraft(null)}
      />
    </span>
  );
}
