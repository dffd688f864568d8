import type { Pixels } from '@/lib/inspect/paint-grid';

/** Places of a picture from the first to the last, both counted; they may lie beyond it. */
export interface Window {
  readonly first: readonly [row: number, column: number];
  readonly last: readonly [row: number, column: number];
}

/** What a window shows of a picture: nothing (transparent) where it goes beyond. */
export function cropPixels({ data, width, height }: Pixels, { first, last }: Window): Pixels {
  const [rows, columns] = [last[0] - first[0] + 1, last[1] - first[1] + 1];
  const cropped = new Uint32Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [y, x] = [first[0] + row, first[1] + column];
      const isInside = y >= 0 && x >= 0 && y < height && x < width;
      cropped[row * columns + column] = isInside ? (data[y * width + x] ?? 0) : 0;
    }
  }
  return { data: cropped, width: columns, height: rows };
}

/** A window that no picture needs more of: cut to the picture where it is larger than twice of it. */
export function boundedWindow({ first, last }: Window, [rows, columns]: readonly [number, number]): Window {
  const [up, left] = [Math.ceil(rows / 2), Math.ceil(columns / 2)];
  return {
    first: [Math.max(first[0], -up), Math.max(first[1], -left)],
    last: [Math.min(last[0], rows - 1 + up), Math.min(last[1], columns - 1 + left)],
  };
}
