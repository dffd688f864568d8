import type { Shape } from '@/lib/core/tensor-type';
import { positionOf } from '@/lib/layers/cells';

/** One table of a tensor that has more axes than a page. */
export interface Slice {
  /** Of the axes that the table does not show, counted from 1: channel, or channel and filter. */
  readonly channel: number | null;
  readonly filter: number | null;
  /** Cells of the tensor, row by row. */
  readonly rows: readonly (readonly (readonly number[])[])[];
}

/**
 * A vector is one row, a sequence one table; an image a table per channel; the kernel of a convolution a table per channel
 * and filter.
 */
export function slicesOf(shape: Shape): readonly Slice[] {
  const [first = 1, second = 1, third = 1, fourth = 1] = shape;
  const table = (make: (row: number, column: number) => readonly number[], size: readonly [number, number]) =>
    count(size[0]).map((row) => count(size[1]).map((column) => make(row, column)));
  switch (shape.length) {
    case 0:
    case 1:
      return [
        { channel: null, filter: null, rows: table((_, column) => (shape.length === 0 ? [] : [column]), [1, first]) },
      ];
    case 2:
      return [{ channel: null, filter: null, rows: table((row, column) => [row, column], [first, second]) }];
    case 3:
      return count(third).map((channel) => ({
        channel: channel + 1,
        filter: null,
        rows: table((row, column) => [row, column, channel], [first, second]),
      }));
    default:
      return count(fourth).flatMap((filter) =>
        count(third).map((channel) => ({
          channel: channel + 1,
          filter: filter + 1,
          rows: table((row, column) => [row, column, channel, filter], [first, second]),
        })),
      );
  }
}

/** Where a cell is, for people: counted from 1. */
export function placeText(cell: readonly number[]): string {
  return `(${cell.map((index) => index + 1).join(', ')})`;
}

export function valueAt(values: readonly number[], shape: Shape, cell: readonly number[]): number {
  return values[positionOf(shape, cell)] ?? NaN;
}

function count(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}
