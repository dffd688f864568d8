'use client';

import { useState } from 'react';
import { parseNumber } from '@/components/inspector/controls/number-text';
import styles from '@/components/workings/workings.module.css';

interface NumberCellProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number one can type over. What is no number yet stays as typed and changes nothing. */
export function NumberCell({ label, value, onChange }: NumberCellProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && parseNumber(typed) === null;
  return (
    <input
      className={styles.number}
      inputMode="decimal"
      aria-label={label}
      aria-invalid={isWrong}
      value={typed ?? String(value)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const number = parseNumber(text);
        setTyped(text);
        if (number !== null) onChange(number);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
