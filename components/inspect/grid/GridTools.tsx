'use client';

import { SaveGrid } from '@/components/inspect/unit/SaveGrid';
import { setInspectView, useInspectView } from '@/components/inspect/view-state';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import { COLOUR_SCALES } from '@/lib/inspect/colours';
import { sizesOf, type GridKind } from '@/lib/inspect/grid-layout';
import { UNIT_ORDERS } from '@/lib/inspect/grid-statistics';
import { NORMALISATIONS } from '@/lib/inspect/normalise';
import { inspectMessages } from '@/lib/messages/inspect';
import styles from '@/components/inspect/grid/grid.module.css';

/** How the units are drawn and ordered. `size`: the index of the size they have now. */
export function GridTools({ kind, size }: { readonly kind: GridKind; readonly size: number }) {
  const t = useMessages(inspectMessages).grid;
  const { normalisation, scale, order } = useInspectView((view) => view);
  const most = sizesOf(kind) - 1;
  return (
    <div className={styles.tools}>
      <Choice
        label={t.sort}
        value={order}
        options={UNIT_ORDERS}
        names={t.sorts}
        onChoose={(chosen) => setInspectView({ order: chosen })}
      />
      {kind !== 'bars' && (
        <>
          <Choice
            label={t.scale}
            value={scale}
            options={COLOUR_SCALES}
            names={t.scales}
            onChoose={(chosen) => setInspectView({ scale: chosen })}
          />
          <Choice
            label={t.normalise}
            value={normalisation}
            options={NORMALISATIONS}
            names={t.normalises}
            onChoose={(chosen) => setInspectView({ normalisation: chosen })}
          />
          <span className={styles.zoom}>
            <IconButton
              icon="minus"
              label={t.zoomOut}
              disabled={size === 0}
              onClick={() => setInspectView({ size: Math.max(0, size - 1) })}
            />
            <IconButton
              icon="plus"
              label={t.zoomIn}
              disabled={size === most}
              onClick={() => setInspectView({ size: Math.min(most, size + 1) })}
            />
          </span>
        </>
      )}
      <SaveGrid />
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly onChoose: (option: T) => void;
}

export function Choice<T extends string>({ label, value, options, names, onChoose }: ChoiceProps<T>) {
  return (
    <select
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option === event.target.value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {names[option]}
        </option>
      ))}
    </select>
  );
}
