'use client';

import { Choice } from '@/components/data/Choice';
import type { FormProps } from '@/components/data/form';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import type { ArrayOptions, FoundArray } from '@/lib/datasets/import/protocol';
import { datasetMessages } from '@/lib/messages/datasets';
import styles from '@/components/data/data.module.css';

const NONE = '';
const KINDS: readonly ArrayOptions['targetKind'][] = ['classes', 'labels', 'values'];
const CHANNELS: readonly ArrayOptions['channels'][] = ['last', 'first'];

/** Which array is what. */
export function ArrayForm({ found, options, onChange }: FormProps) {
  const t = useMessages(datasetMessages).how;
  const { arrays } = options;
  if (arrays === null) return null;
  const change = (part: Partial<ArrayOptions>) => onChange({ ...options, arrays: { ...arrays, ...part } });
  const names = found.arrays.map((array) => [array.name, nameOf(array)] as const);
  const orNone = [[NONE, t.noArray] as const, ...names];
  const inputs = found.arrays.find(({ name }) => name === arrays.inputs);
  return (
    <fieldset className={styles.group}>
      <legend>{t.arrays}</legend>
      <div className={styles.grid}>
        <Choice
          label={t.inputArray}
          value={arrays.inputs}
          options={names}
          onChange={(name) => change({ inputs: name })}
        />
        <Choice
          label={t.targetArray}
          value={arrays.targets}
          options={names}
          onChange={(targets) => change({ targets })}
        />
        <Choice
          label={t.testInputs}
          value={arrays.testInputs ?? NONE}
          options={orNone}
          onChange={(name) => change({ testInputs: name === NONE ? null : name })}
        />
        <Choice
          label={t.testTargets}
          value={arrays.testTargets ?? NONE}
          options={orNone}
          onChange={(name) => change({ testTargets: name === NONE ? null : name })}
        />
        <Choice
          label={t.arrayKind}
          value={arrays.targetKind}
          options={KINDS.map((kind) => [kind, t.arrayKinds[kind]] as const)}
          onChange={(targetKind) => change({ targetKind })}
        />
        {(inputs?.shape.length ?? 0) === 4 && (
          <Choice
            label={t.channels}
            value={arrays.channels}
            options={CHANNELS.map((order) => [order, t.channelOrder[order]] as const)}
            onChange={(channels) => change({ channels })}
          />
        )}
      </div>
      {arrays.pixels !== null && (
        <Button
          look="quiet"
          onClick={() => onChange({ ...options, picture: null, arrays: { ...arrays, pixels: null } })}
        >
          {t.asRows}
        </Button>
      )}
    </fieldset>
  );
}

/** "x_train: 60000 × 28 × 28 uint8". */
function nameOf({ name, shape, type }: FoundArray): string {
  return `${name}: ${shape.join(' × ')} ${type}`;
}
