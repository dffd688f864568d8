'use client';

import { useId } from 'react';
import { splitCount } from '@/components/inspect/input/samples';
import { wordOf } from '@/components/inspect/NoSubject';
import { isOfSubject } from '@/components/inspect/map/create-maps';
import { mapOf, MOST_WIDTH, SPLITS } from '@/components/inspect/map/data-map';
import { MapProgressBar } from '@/components/inspect/map/MapProgressBar';
import { maps, useDataMap } from '@/components/inspect/map/map-store';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { elementCount } from '@/lib/core/tensor-type';
import { MAP_METHODS } from '@/lib/inspect/map/embedding';
import { formatCount } from '@/lib/messages/figures';
import { inspectMapMessages } from '@/lib/messages/inspect-map';
import type { InspectSubject } from '@/lib/state/inspect-state';
import styles from '@/components/inspect/map/map.module.css';

const COUNTS = [200, 500, 1000, 2000, 4000] as const;
/** t-SNE's memory and time grow with the square of the count. */
const MOST_TSNE = 2000;
const SLOW_TSNE = 1000;

interface MapToolsProps {
  readonly subject: InspectSubject;
  /** One is seen, if only of another layer: how far the next one is stands on it. */
  readonly hasMap: boolean;
}

/** What the map is of and how it is made. */
export function MapTools({ subject, hasMap }: MapToolsProps) {
  const t = useMessages(inspectMapMessages);
  const locale = useLocale();
  const choice = useDataMap((state) => state.choice);
  const node = useInspect(({ layer }) => layer);
  const layer = subject.layers.find((known) => known.node === node);
  const { method, count } = choice;
  // What this layer cannot have is not shown as chosen; for the next one it still is.
  const { split, pooled } = mapOf(choice, subject, node ?? '');
  const width = elementCount(layer?.shape ?? []);
  const hasMaps = (layer?.shape.length ?? 0) > 1;
  const counts = COUNTS.filter((one) => method !== 'tsne' || one <= MOST_TSNE);
  const isSlow = method === 'tsne' && count > SLOW_TSNE;
  return (
    <div className={styles.tools}>
      <span className={styles.choices}>
        <Select
          label={t.method}
          value={method}
          options={MAP_METHODS.map((one) => [one, t.methods[one]])}
          onChange={(next) =>
            maps.choose({ method: next, count: next === 'tsne' ? Math.min(count, MOST_TSNE) : count })
          }
        />
        <Select
          label={t.split}
          value={split}
          options={SPLITS.filter((one) => splitCount(subject, one) > 0).map((one) => [one, t.samplesFor[one]])}
          onChange={(next) => maps.choose({ split: next })}
        />
        <Select
          label={t.count}
          value={count}
          options={counts.map((one) => [one, t.countText(formatCount(locale, one))])}
          onChange={(next) => maps.choose({ count: next })}
        />
        {hasMaps && (
          <Select
            label={t.numbers}
            value={pooled ? 'pooled' : 'whole'}
            options={[
              ['pooled', t.pooled],
              ...(width > MOST_WIDTH ? [] : [['whole', t.whole(formatCount(locale, width))] as const]),
            ]}
            onChange={(next) => maps.choose({ pooled: next === 'pooled' })}
          />
        )}
      </span>
      {method !== 'pca' && (
        <>
          <NumberInput
            label={t.neighbours[method]}
            value={choice.neighbours}
            range={[2, 100]}
            onChange={(neighbours) => maps.choose({ neighbours })}
          />
          <NumberInput
            label={t.seed}
            value={choice.seed}
            range={[0, 999_999]}
            onChange={(seed) => maps.choose({ seed })}
          />
        </>
      )}
      <MakeButton subject={subject} />
      {!hasMap && <MapProgressBar />}
      {(!hasMap || isSlow) && (
        <p className={styles.hint}>
          {!hasMap && t.about[method]} {isSlow && t.slow}
        </p>
      )}
    </div>
  );
}

function MakeButton({ subject }: { readonly subject: InspectSubject }) {
  const t = useMessages(inspectMapMessages);
  const actions = useInspectActions();
  const layer = useInspect((state) => state.layer);
  const isMaking = useDataMap(({ making }) => making !== null);
  const failure = useDataMap((state) => state.failure);
  const hasMap = useDataMap(({ map }) => map !== null && map.of.layer === layer && isOfSubject(map.of, subject));
  if (!isMaking) {
    return (
      <>
        <Button
          look={hasMap ? 'plain' : 'primary'}
          icon="map"
          disabled={layer === null}
          onClick={() => {
            if (layer !== null) void maps.make({ subject, layer, actions });
          }}
        >
          {hasMap ? t.again : t.make}
        </Button>
        {failure !== null && (
          <p className={styles.fault} role="alert">
            {t.failed[typeof failure === 'string' ? failure : wordOf(failure)]}
          </p>
        )}
      </>
    );
  }
  return (
    <Button icon="stop" onClick={() => maps.stop(actions)}>
      {t.stop}
    </Button>
  );
}

interface SelectProps<T extends string | number> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}

function Select<T extends string | number>({ label, value, options, onChange }: SelectProps<T>) {
  return (
    <select
      className={styles.select}
      aria-label={label}
      title={label}
      value={value}
      onChange={({ target }) => {
        const chosen = options.find(([one]) => String(one) === target.value);
        if (chosen !== undefined) onChange(chosen[0]);
      }}
    >
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  );
}

interface NumberInputProps {
  readonly label: string;
  readonly value: number;
  readonly range: readonly [number, number];
  readonly onChange: (value: number) => void;
}

function NumberInput({ label, value, range: [min, max], onChange }: NumberInputProps) {
  const id = useId();
  return (
    <label className={styles.field} htmlFor={id}>
      {label}
      <input
        id={id}
        type="number"
        min={min}
        max={max}
        step={1}
        value={value}
        onChange={({ target: { valueAsNumber: next } }) => {
          if (Number.isInteger(next) && next >= min && next <= max) onChange(next);
        }}
      />
    </label>
  );
}
