'use client';

import { Fragment } from 'react';
import { inspectorMessages } from '@/lib/messages/inspector';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import type { ControlProps } from '@/components/inspector/controls/control-props';
import { NumberInput } from '@/components/inspector/controls/NumberInput';
import styles from '@/components/inspector/controls/controls.module.css';

/** The sizes of one sample, one box each; as many as the field allows. */
export function ShapeControl(props: ControlProps<'shape'>) {
  const { field, label, value, onChange, isInvalid, describedBy, isDisabled } = props;
  const messages = useMessages(inspectorMessages);
  const sizes = Array.isArray(value) ? value.filter((size): size is number => typeof size === 'number') : field.default;
  return (
    <span className={styles.row} role="group" aria-label={label}>
      {sizes.map((size, axis) => (
        <Fragment key={axis}>
          {axis === 0 ? null : (
            <span className={styles.times} aria-hidden="true">
              ×
            </span>
          )}
          <NumberInput
            label={`${label}, ${messages.size(axis, sizes.length)}`}
            value={size}
            min={field.min}
            max={field.max}
            step={1}
            isInvalid={isInvalid}
            describedBy={describedBy}
            isDisabled={isDisabled}
            onChange={(next) => onChange(sizes.map((other, index) => (index === axis ? next : other)))}
          />
        </Fragment>
      ))}
      {sizes.length > field.minRank ? (
        <IconButton
          icon="minus"
          size={14}
          label={messages.removeSize}
          tip="below-end"
          disabled={isDisabled}
          onClick={() => onChange(sizes.slice(0, -1))}
        />
      ) : null}
      {sizes.length < field.maxRank ? (
        <IconButton
          icon="plus"
          size={14}
          label={messages.addSize}
          tip="below-end"
          disabled={isDisabled}
          onClick={() => onChange([...sizes, 1])}
        />
      ) : null}
    </span>
  );
}
