import type { PointedCell } from '@/components/inspect/view-state';
import type { Shape } from '@/lib/core/tensor-type';
import { unitCount } from '@/lib/inspect/channel-map';
import { drawnSize } from '@/lib/inspect/grid-layout';
import type { LayerLook } from '@/lib/training/inspect/protocol';

/** The cell of a unit's map at a place in it, from 0 to 1 to the right and down. */
export function cellAt(
  shape: Shape,
  unit: number,
  { right, down }: { readonly right: number; readonly down: number },
): PointedCell {
  const [rows, columns] = drawnSize(shape);
  return { unit, row: Math.floor(down * rows), column: Math.floor(right * columns) };
}

/** The next cell in the direction of an arrow key, as far as there is one. */
export function movedCell(shape: Shape, cell: PointedCell, key: string): PointedCell {
  const [rows, columns] = drawnSize(shape);
  const [down, right] = STEPS[key] ?? [0, 0];
  return {
    ...cell,
    row: Math.min(rows - 1, Math.max(0, cell.row + down)),
    column: Math.min(columns - 1, Math.max(0, cell.column + right)),
  };
}

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function valueAt({ shape, values }: LayerLook, { unit, row, column }: PointedCell): number | undefined {
  const [, columns] = drawnSize(shape);
  return values[(row * columns + column) * unitCount(shape) + unit];
}
