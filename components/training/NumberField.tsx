'use client';

import { useId, useState, type KeyboardEvent } from 'react';
import { readNumber } from '@/components/training/read-number';
import { useMessages } from '@/components/ui/use-messages';
import type { Bounds } from '@/lib/document/training-settings';
import { formatConstant } from '@/lib/messages/measures';
import { trainingMessages, type TrainingMessages } from '@/lib/messages/training';
import styles from '@/components/training/settings.module.css';

interface NumberFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  readonly bounds: Bounds;
  readonly onChange: (value: number) => void;
}

/**
 * A number typed as text, so that 1e-4 and a half-typed value are possible. What is typed is taken at once when it is
 * valid; what is not is explained, and forgotten when the field is left.
 */
export function NumberField({ label, hint, value, bounds, onChange }: NumberFieldProps) {
  const t = useMessages(trainingMessages).settings;
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const problem = draft === null ? null : problemWith(draft, bounds, t);

  const take = (text: string) => {
    setDraft(text);
    const number = readNumber(text, bounds);
    if (number.ok) onChange(number.value);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (step === 0 || !bounds.whole) return;
    event.preventDefault();
    take(String(Math.min(bounds.max, Math.max(bounds.min, value + step))));
  };

  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles.input}
        inputMode={bounds.whole ? 'numeric' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        value={draft ?? formatConstant(value)}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint`}
        title={hint}
        onChange={(event) => take(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setDraft(null)}
      />
      <span id={`${id}-hint`} className={problem === null ? 'visually-hidden' : styles.problem}>
        {problem ?? hint}
      </span>
    </div>
  );
}

function problemWith(text: string, bounds: Bounds, t: TrainingMessages['settings']): string | null {
  const number = readNumber(text, bounds);
  if (number.ok) return null;
  switch (number.error) {
    case 'not-a-number':
      return t.notANumber;
    case 'not-whole':
      return t.notWhole;
    case 'out-of-range':
      return t.outOfRange(formatConstant(bounds.min), formatConstant(bounds.max));
  }
}
