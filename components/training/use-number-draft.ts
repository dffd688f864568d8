import { useState, type KeyboardEvent } from 'react';
import { readNumber } from '@/components/training/read-number';
import { useMessages } from '@/components/ui/use-messages';
import type { Bounds } from '@/lib/document/training-settings';
import { formatConstant } from '@/lib/messages/measures';
import { trainingMessages, type TrainingMessages } from '@/lib/messages/training';

interface NumberSetting {
  readonly value: number;
  readonly bounds: Bounds;
  readonly onChange: (value: number) => void;
}

/**
 * A number typed as text, so that 1e-4 and a half-typed value are possible: what is valid is taken at once, what is not
 * is explained, and forgotten when the field is left.
 */
export function useNumberDraft({ value, bounds, onChange }: NumberSetting) {
  const t = useMessages(trainingMessages).settings;
  const [draft, setDraft] = useState<string | null>(null);
  const problem = draft === null ? null : problemWith(draft, bounds, t);
  const forget = () => setDraft(null);

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

  const input = {
    inputMode: bounds.whole ? 'numeric' : 'decimal',
    autoComplete: 'off',
    spellCheck: false,
    value: draft ?? formatConstant(value),
    'aria-invalid': problem !== null,
    onChange: (event: { readonly target: { readonly value: string } }) => take(event.target.value),
    onKeyDown,
    onBlur: forget,
  } as const;
  return { problem, input, forget };
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
