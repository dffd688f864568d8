'use client';

import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import styles from '@/components/runs/list.module.css';

interface EditableCellProps {
  /** What the edit is called: "Rename First". */
  readonly label: string;
  readonly value: string;
  /** Stands where there is no value. */
  readonly placeholder: string;
  readonly hint?: string;
  readonly onChange: (value: string) => void;
}

const MOST_CHARACTERS = 2000;

/** Text that becomes a field when it is pressed: Enter keeps, Escape does not, leaving it keeps. */
export function EditableCell({ label, value, placeholder, hint, onChange }: EditableCellProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);

  useEffect(() => {
    if (draft === null && wasEditing.current) button.current?.focus();
    wasEditing.current = draft !== null;
  }, [draft]);

  const keep = () => {
    if (draft !== null && draft.trim() !== value) onChange(draft.trim());
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') keep();
    else if (event.key === 'Escape') setDraft(null);
    else return;
    event.preventDefault();
  };

  if (draft === null) {
    return (
      <button
        ref={button}
        type="button"
        className={styles.editable}
        aria-label={value === '' ? label : `${value}. ${label}`}
        title={value === '' ? label : value}
        data-empty={value === '' ? '' : undefined}
        onClick={() => setDraft(value)}
      >
        {value === '' ? placeholder : value}
      </button>
    );
  }
  return (
    <input
      autoFocus
      aria-label={label}
      title={hint}
      className={styles.edit}
      value={draft}
      maxLength={MOST_CHARACTERS}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        wasEditing.current = false;
        keep();
      }}
    />
  );
}
