'use client';

import { useId } from 'react';
import { DefaultMark } from '@/components/training/settings/DefaultMark';
import { useNumberDraft } from '@/components/training/use-number-draft';
import type { Bounds } from '@/lib/document/training-settings';
import { formatConstant } from '@/lib/messages/measures';
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

/** A number with what it does beside it. */
export function NumberRow({ label, hint, value, standard, bounds, onChange }: NumberRowProps) {
  const id = useId();
  const { problem, input, forget } = useNumberDraft({ value, bounds, onChange });

  const reset = () => {
    forget();
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
      <input id={id} className={fields.input} aria-describedby={`${id}-hint`} {...input} />
      <p id={`${id}-hint`} className={problem === null ? styles.hint : fields.problem}>
        {problem ?? hint}
      </p>
    </div>
  );
}
