'use client';

import { useId, useState, type KeyboardEvent } from 'react';
import { readNumber } from '@/components/training/read-number';
import { DefaultMark } from '@/components/training/settings/DefaultMark';
import { useMessages } from '@/components/ui/use-messages';
import type { Bounds } from '@/lib/document/training-settings';
import { formatConstant } from '@/lib/messages/measures';
import { trainingMessages, type TrainingMessages } from '@/lib/messages/training';
import fields from '@/components/training/settings.module.css';
import styles from '@/components/training/settings/groups.module.css';

interface NumberRowProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  /** Null where there is none. */
  readonly standard: number | null;
  readonly bounds: Bounds;
  readonly onChange: (value: number) => void;
}

/**
 * A number with what it does beside it. It is typed as text, so that 1e-4 and a half-typed value are possible: what is
 * valid is taken at once, what is not is explained, and forgotten when the field is left.
 */
export function NumberRow({ label, hint, value, standard, bounds, onChange }: NumberRowProps) {
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

  const reset = () => {
    setDraft(null);
    if (standard !== null) onChange(standard);
  };

  return (
    <div className={styles.row}>
      <div className={styles.name}>
        <label htmlFor={id}>{label}</label>
        {standard !== null && (
          <DefaultMark
            label={label}
            standard={formatConstant(standard)}
            isStandard={value === standard}
            onReset={reset}
          />
        )}
      </div>
      <input
        id={id}
        className={fields.input}
        inputMode={bounds.whole ? 'numeric' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        value={draft ?? formatConstant(value)}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => take(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setDraft(null)}
      />
      <p id={`${id}-hint`} className={problem === null ? styles.hint : fields.problem}>
        {problem ?? hint}
      </p>
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
