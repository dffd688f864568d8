'use client';

import { useId, useState, type KeyboardEvent } from 'react';
import { inspectorMessages } from '@/lib/messages/inspector';
import { useMessages } from '@/components/ui/use-messages';
import { parseNumber, stepNumber } from '@/components/inspector/controls/number-text';
import styles from '@/components/inspector/controls/controls.module.css';

interface NumberInputProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  readonly isInvalid?: boolean;
  /** Ids of texts that describe it: hint, problems. */
  readonly describedBy?: string | undefined;
  readonly id?: string;
  readonly isDisabled?: boolean;
}

interface Draft {
  readonly text: string;
  /** The value when this was typed. */
  readonly before: number;
}

/**
 * Text that is a number. What is typed stays as typed; every number is passed on at once, also one out of bounds (the
 * analysis says so beside the field); what is no number is kept in sight and marked, and an empty field changes nothing.
 */
export function NumberInput(props: NumberInputProps) {
  const { label, value, min, max, step, onChange, isInvalid = false, describedBy, id, isDisabled = false } = props;
  const messages = useMessages(inspectorMessages);
  const faultId = useId();
  const [draft, setDraft] = useState<Draft | null>(null);
  const typed = draft === null ? null : parseNumber(draft.text);
  // A number in the draft that is neither in use nor was refused: the value was changed elsewhere (undo, a fix).
  const isStale = draft === null || (typed !== null && typed !== value && draft.before !== value);
  const text = isStale ? String(value) : draft.text;
  const isRefused = !isStale && typed !== null && typed !== value;
  const isFaulty = text.trim() !== '' && parseNumber(text) === null;
  const fault = isFaulty ? messages.notANumber : isRefused ? messages.range(String(min), String(max)) : null;

  const onKeyDown = (event: KeyboardEvent) => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setDraft(null);
    onChange(stepNumber({ value, by: direction * step * (event.shiftKey ? 10 : 1), min, max }));
  };
  const descriptions = [describedBy, fault === null ? undefined : faultId].filter(Boolean).join(' ');
  return (
    <span className={styles.number}>
      <input
        id={id}
        type="text"
        inputMode={step % 1 === 0 ? 'numeric' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        role="spinbutton"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-invalid={isInvalid || fault !== null}
        aria-describedby={descriptions === '' ? undefined : descriptions}
        disabled={isDisabled}
        value={text}
        onChange={(event) => {
          const next = event.target.value;
          setDraft({ text: next, before: value });
          const number = parseNumber(next);
          if (number !== null) onChange(number);
        }}
        onFocus={(event) => event.target.select()}
        onBlur={() => setDraft(isFaulty ? { text, before: value } : null)}
        onKeyDown={onKeyDown}
      />
      {fault === null ? null : (
        <span id={faultId} className={styles.fault} role="alert">
          {fault}
        </span>
      )}
    </span>
  );
}
