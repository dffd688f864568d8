'use client';

import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { Pair } from '@/lib/layers/fields';
import { useTheme } from '@/components/charts/use-theme';
import { readInk } from '@/components/unit-view/draw-picture';
import { drawUnits, placeGrid, unitAt } from '@/components/unit-view/draw-units';
import styles from '@/components/unit-view/unit-view.module.css';

interface UnitGridProps {
  readonly label: string;
  readonly describedBy: string;
  readonly places: Pair;
  readonly place: Pair;
  readonly onChoose: (place: Pair) => void;
}

/** Side of the grid's canvas in CSS pixels. */
const SIDE = 190;

/** The cells of a layer's maps: pointed at, or walked over with the arrow keys. */
export function UnitGrid({ label, describedBy, places, place, onChoose }: UnitGridProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const side = Math.round(SIDE * devicePixelRatio);
    if (element.width !== side) element.width = element.height = side;
    drawUnits(element, places, place, readInk(element));
  }, [places, place, theme]);

  const onPointerMove = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const unit = unitAt(places, placeGrid(places, SIDE, SIDE), clientX - left, clientY - top);
    if (unit !== null && (unit[0] !== place[0] || unit[1] !== place[1])) onChoose(unit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = unitAfter(event.key, places, place);
    if (next === null) return;
    event.preventDefault();
    onChoose(next);
  };
  return (
    <div
      className={styles.grid}
      role="application"
      tabIndex={0}
      aria-label={label}
      aria-describedby={describedBy}
      data-autofocus=""
      onPointerMove={onPointerMove}
      onPointerDown={onPointerMove}
      onKeyDown={onKeyDown}
    >
      <canvas ref={canvas} style={{ width: SIDE, height: SIDE }} aria-hidden="true" />
    </div>
  );
}

function unitAfter(key: string, [rows, columns]: Pair, [row, column]: Pair): Pair | null {
  switch (key) {
    case 'ArrowUp':
      return [row - 1, column];
    case 'ArrowDown':
      return [row + 1, column];
    case 'ArrowLeft':
      return [row, column - 1];
    case 'ArrowRight':
      return [row, column + 1];
    case 'PageUp':
      return [0, column];
    case 'PageDown':
      return [rows - 1, column];
    case 'Home':
      return [row, 0];
    case 'End':
      return [row, columns - 1];
    default:
      return null;
  }
}
