'use client';

import { useId, useState } from 'react';
import { useMessages } from '@/components/ui/use-messages';
import { datasetMessages } from '@/lib/messages/datasets';
import styles from '@/components/data/data.module.css';

interface WholeNumberProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A whole number within bounds; what is typed stays as it is, and counts once it is one. */
export function WholeNumber({ label, value, min, max, onChange }: WholeNumberProps) {
  const t = useMessages(datasetMessages).how;
  const id = useId();
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: number } | null>(null);
  const text = typed !== null && typed.value === value ? typed.text : String(value);
  const isWrong = parse(text, min, max) === null;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        value={text}
        aria-invalid={isWrong}
        {...(isWrong ? { 'aria-describedby': `${id}-bounds` } : {})}
        onChange={({ target }) => {
          const read = parse(target.value, min, max);
          setTyped({ text: target.value, value: read ?? value });
          if (read !== null && read !== value) onChange(read);
        }}
      />
      {isWrong && (
        <small id={`${id}-bounds`} className={styles.wrong}>
          {t.bounds(String(min), String(max))}
        </small>
      )}
    </div>
  );
}

function parse(text: string, min: number, max: number): number | null {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  return Number.isInteger(value) && value >= min && value <= max ? value : null;
}
