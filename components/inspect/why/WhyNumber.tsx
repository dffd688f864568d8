'use client';

import { useId, useState } from 'react';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatCount } from '@/lib/messages/figures';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import styles from '@/components/inspect/why/why.module.css';

interface WhyNumberProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly bounds: { readonly min: number; readonly max: number; readonly step: number };
  readonly onChange: (value: number) => void;
}

/**
 * A small number beside its label. Its limits are said while one is in it; when the field is left, the nearest that is
 * possible is taken, and that is said as well.
 */
export function WhyNumber({ label, hint, value, bounds, onChange }: WhyNumberProps) {
  const t = useMessages(inspectWhyMessages).excite;
  const locale = useLocale();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [taken, setTaken] = useState<number | null>(null);
  const [isIn, setIsIn] = useState(false);
  const { min, max } = bounds;
  const isWrong = draft !== null && nearest(draft, bounds) !== Number(draft);
  const limits = t.bounds(formatNumber(locale, min), formatNumber(locale, max));
  const take = (text: string) => {
    setDraft(text);
    setTaken(null);
    const number = nearest(text, bounds);
    if (number !== null && number === Number(text)) onChange(number);
  };
  const leave = () => {
    const number = draft === null ? null : nearest(draft, bounds);
    if (isWrong && number !== null) {
      onChange(number);
      setTaken(number);
    }
    setDraft(null);
  };
  const said = taken !== null && taken === value ? t.notes(limits, formatNumber(locale, taken)) : isIn ? limits : '';
  return (
    <span className={styles.number} title={hint}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        {...bounds}
        value={draft ?? String(value)}
        aria-invalid={isWrong}
        aria-describedby={`${id}-limits`}
        onChange={({ target }) => take(target.value)}
        onFocus={() => setIsIn(true)}
        onBlur={() => {
          setIsIn(false);
          leave();
        }}
        onKeyDown={({ key }) => {
          if (key === 'Enter') leave();
        }}
      />
      <span id={`${id}-limits`} role="status" className={styles.limits}>
        {said}
      </span>
    </span>
  );
}

function formatNumber(locale: Parameters<typeof formatCount>[0], value: number): string {
  return Number.isInteger(value) ? formatCount(locale, value) : String(value);
}

/** Of what is typed, the nearest that can be taken; null: it is no number. */
function nearest(text: string, { min, max, step }: WhyNumberProps['bounds']): number | null {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(number)) return null;
  return Math.min(max, Math.max(min, step < 1 ? number : Math.round(number)));
}
