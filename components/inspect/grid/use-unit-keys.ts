import type { KeyboardEvent } from 'react';
import { movedCell } from '@/components/inspect/grid/cells';
import { useInspectActions, useInspectStore } from '@/components/inspect/use-inspect';
import { inspectView, setInspectView } from '@/components/inspect/view-state';
import type { Shape } from '@/lib/core/tensor-type';
import { positionAfter, sizeIndex, sizesOf, type GridLayout, type Size } from '@/lib/inspect/grid-layout';

interface Grid {
  readonly shape: Shape;
  readonly layout: GridLayout;
  readonly room: Size;
  /** The units as they stand now. */
  readonly order: () => ArrayLike<number>;
  readonly reveal: (position: number) => void;
}

/** Picks the unit at a position, and goes from unit to unit and from cell to cell by keyboard. */
export function useUnitKeys({ shape, layout, room, order, reveal }: Grid) {
  const store = useInspectStore();
  const { pickUnit } = useInspectActions();

  const pick = (position: number): void => {
    // Before anything was seen, they stand by their numbers.
    const picked = order()[position] ?? position;
    setInspectView({ cell: null });
    pickUnit(picked);
    reveal(position);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { unit } = store.getState();
    const { cell } = inspectView.getState();
    const isInMap = cell?.isByKey === true;
    const from = unit === null ? -1 : Array.prototype.indexOf.call(order(), unit);
    const page = Math.floor(room.height / (layout.cell.height + layout.gap));
    const zoom = ZOOMS[event.key];
    if (zoom !== undefined) {
      setInspectView({ size: Math.min(sizesOf(layout.kind) - 1, Math.max(0, sizeIndex(layout) + zoom)) });
    } else if (event.key === 'Enter' && unit !== null) {
      setInspectView({ cell: isInMap ? null : { unit, row: 0, column: 0, isByKey: true } });
    } else if (isInMap && (event.key === 'Escape' || event.key.startsWith('Arrow'))) {
      setInspectView({ cell: event.key === 'Escape' ? null : movedCell(shape, cell, event.key) });
    } else {
      const isFirst = from < 0 && event.key.startsWith('Arrow');
      const to = isFirst ? 0 : positionAfter(layout, Math.max(0, from), event.key, page);
      if (to === null) return;
      pick(to);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return { pick, onKeyDown };
}

const ZOOMS: Readonly<Record<string, number>> = { '+': 1, '=': 1, '-': -1 };
