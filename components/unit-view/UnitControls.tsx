'use client';

import { useId } from 'react';
import { unitViewMessages } from '@/lib/messages/unit-view';
import { useMessages } from '@/components/ui/use-messages';
import { UnitGrid } from '@/components/unit-view/UnitGrid';
import type { ChosenUnit } from '@/components/unit-view/use-unit';
import styles from '@/components/unit-view/unit-view.module.css';

interface UnitControlsProps {
  readonly unit: ChosenUnit;
  readonly nameOf: (layer: string) => string;
  readonly describedBy: string;
}

/** Which layer, along the depth, and which of its units. */
export function UnitControls({ unit, nameOf, describedBy }: UnitControlsProps) {
  const words = useMessages(unitViewMessages);
  const { layers, layer, places, place, chooseLayer, choosePlace } = unit;
  const sliderId = useId();
  const name = nameOf(layer);
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={sliderId}>{words.layer}</label>
        <input
          id={sliderId}
          type="range"
          min={0}
          max={layers.length - 1}
          step={1}
          value={layers.indexOf(layer)}
          aria-valuetext={words.layerValue(name, ...places)}
          onChange={({ target }) => {
            const next = layers[Number(target.value)];
            if (next !== undefined) chooseLayer(next);
          }}
        />
        <span className={styles.value}>{words.layerValue(name, ...places)}</span>
      </div>
      <div className={styles.units}>
        <UnitGrid
          label={words.cells(name, ...places)}
          describedBy={describedBy}
          places={places}
          place={place}
          onChoose={choosePlace}
        />
        <div className={styles.numbers}>
          <IndexField
            label={words.row}
            value={place[0]}
            count={places[0]}
            onChange={(row) => choosePlace([row, place[1]])}
          />
          <IndexField
            label={words.column}
            value={place[1]}
            count={places[1]}
            onChange={(column) => choosePlace([place[0], column])}
          />
          <p className={styles.hint}>{words.howTo}</p>
        </div>
      </div>
    </>
  );
}

interface IndexFieldProps {
  readonly label: string;
  readonly value: number;
  readonly count: number;
  readonly onChange: (value: number) => void;
}

function IndexField({ label, value, count, onChange }: IndexFieldProps) {
  return (
    <label className={styles.field}>
      {label}
      <input
        type="number"
        min={0}
        max={count - 1}
        step={1}
        value={value}
        onChange={({ target }) => {
          if (Number.isInteger(target.valueAsNumber)) onChange(target.valueAsNumber);
        }}
      />
    </label>
  );
}
