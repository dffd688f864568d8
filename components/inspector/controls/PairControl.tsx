'use client';

import { useState } from 'react';
import { inspectorMessages } from '@/lib/messages/inspector';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import type { ControlProps } from '@/components/inspector/controls/control-props';
import { NumberInput } from '@/components/inspector/controls/NumberInput';
import styles from '@/components/inspector/controls/controls.module.css';

/** Height and width; locked together while they are equal, unless unlocked. */
export function PairControl(props: ControlProps<'pair'>) {
  const { field, label, value, onChange, isInvalid, describedBy, isDisabled } = props;
  const messages = useMessages(inspectorMessages);
  const [height, width] = pairOf(value, field.default);
  const [wantsLock, setWantsLock] = useState(height === width);
  const isLocked = wantsLock && height === width;
  const common = { min: field.min, max: field.max, step: 1, isInvalid, describedBy, isDisabled };
  return (
    <span className={styles.row} role="group" aria-label={label}>
      <NumberInput
        {...common}
        label={`${label}, ${messages.height}`}
        value={height}
        onChange={(next) => onChange([next, isLocked ? next : width])}
      />
      <span className={styles.times} aria-hidden="true">
        ×
      </span>
      <NumberInput
        {...common}
        label={`${label}, ${messages.width}`}
        value={width}
        onChange={(next) => onChange([isLocked ? next : height, next])}
      />
      {field.unit === undefined ? null : <span className={styles.unit}>{field.unit}</span>}
      <IconButton
        icon="lock"
        size={14}
        tip="below-end"
        label={messages.sameBoth}
        aria-pressed={isLocked}
        disabled={isDisabled}
        onClick={() => {
          setWantsLock(!isLocked);
          if (!isLocked && height !== width) onChange([height, height]);
        }}
      />
    </span>
  );
}

function pairOf(value: unknown, otherwise: readonly [number, number]): readonly [number, number] {
  if (!Array.isArray(value)) return otherwise;
  const [height, width]: readonly unknown[] = value;
  return [typeof height === 'number' ? height : otherwise[0], typeof width === 'number' ? width : otherwise[1]];
}
