'use client';

import { inspectorMessages } from '@/lib/messages/inspector';
import { useMessages } from '@/components/ui/use-messages';
import type { ControlProps } from '@/components/inspector/controls/control-props';
import { NumberInput } from '@/components/inspector/controls/NumberInput';
import styles from '@/components/inspector/controls/controls.module.css';

const SIDES = ['top', 'bottom', 'left', 'right'] as const;
type Sides = { readonly [S in (typeof SIDES)[number]]: number };

/** None, as much as keeps the size, or so many pixels at each side. */
export function PaddingControl(props: ControlProps<'padding'>) {
  const { field, label, value, onChange, isInvalid, describedBy, isDisabled } = props;
  const messages = useMessages(inspectorMessages);
  const sides = sidesOf(value);
  const mode = sides === null ? (value === 'same' ? 'same' : 'valid') : 'explicit';
  return (
    <span className={styles.column}>
      <select
        className={styles.select}
        aria-label={label}
        aria-invalid={isInvalid && sides === null}
        aria-describedby={describedBy}
        disabled={isDisabled}
        value={mode}
        onChange={({ target }) =>
          onChange(target.value === 'explicit' ? { top: 1, bottom: 1, left: 1, right: 1 } : target.value)
        }
      >
        <option value="valid">{messages.padding.valid}</option>
        <option value="same">{messages.padding.same}</option>
        <option value="explicit">{messages.padding.explicit}</option>
      </select>
      {sides === null ? null : (
        <span className={styles.sides} role="group" aria-label={label}>
          {SIDES.map((side) => (
            <span key={side} className={styles.side}>
              <span aria-hidden="true">{messages.padding[side]}</span>
              <NumberInput
                label={`${label}, ${messages.padding[side]}`}
                value={sides[side]}
                min={field.min}
                max={field.max}
                step={1}
                isInvalid={isInvalid}
                describedBy={describedBy}
                isDisabled={isDisabled}
                onChange={(next) => onChange({ ...sides, [side]: next })}
              />
            </span>
          ))}
        </span>
      )}
    </span>
  );
}

function sidesOf(value: unknown): Sides | null {
  if (typeof value !== 'object' || value === null) return null;
  const given: Readonly<Record<string, unknown>> = { ...value };
  const side = (name: string) => (typeof given[name] === 'number' ? given[name] : 0);
  return { top: side('top'), bottom: side('bottom'), left: side('left'), right: side('right') };
}
