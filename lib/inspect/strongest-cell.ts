import type { ChannelMap } from '@/lib/inspect/channel-map';

/** Rows and columns to look at, a 1 for each; left out: all. */
export interface Within {
  readonly rows: Uint8Array;
  readonly columns: Uint8Array;
}

/** Row and column of the largest value, the first of several; the first cell where nothing is a number. */
export function strongestCell({ rows, columns, values }: ChannelMap, within?: Within): readonly [number, number] {
  let most = -Infinity;
  let strongest: readonly [number, number] | null = null;
  for (let row = 0; row < rows; row += 1) {
    if (within !== undefined && within.rows[row] !== 1) continue;
    for (let column = 0; column < columns; column += 1) {
      if (within !== undefined && within.columns[column] !== 1) continue;
      const value = values[row * columns + column] ?? Number.NaN;
      if (value > most || strongest === null) {
        strongest = [row, column];
        if (value > most) most = value;
      }
    }
  }
  return strongest ?? [0, 0];
}
