import { elementCount, sameShape, type Shape } from '@/lib/core/tensor-type';
import type { Weight } from '@/lib/layers/definition';

/**
 * A 4 × 4 map whose windows of 2 × 2 have the maxima 2, 4, 3 and 5 and the means 1, 2, 2 and 3, so that pooling is done in
 * the head.
 */
const POOLING_MAP = [2, 0, 4, 1, 1, 1, 2, 1, 3, 2, 5, 2, 1, 2, 3, 2];

/** Small enough for e to its power to be told from 0. */
const SCORES = [2, -1, 1, 0, 3, -2, 1, 2];

/** Rows and columns in which a kernel answers to an edge; other sizes are filled from it in turn. */
const EDGE_KERNEL = [1, 0, -1];

/** Whole numbers on both sides of zero, the same at every visit. */
export function startingInput(shape: Shape, index: number): readonly number[] {
  if (sameShape(shape, [4, 4, 1]) && index === 0) return POOLING_MAP;
  const value = (position: number) =>
    shape.length === 1 ? (SCORES[(position + index) % SCORES.length] ?? 0) : wholeNumber(position + 31 * index);
  return Array.from({ length: elementCount(shape) }, (_, position) => value(position));
}

/** A row of a table, for a layer that looks values up. */
export function startingRow(shape: Shape, rows: number): readonly number[] {
  return Array.from({ length: elementCount(shape) }, (_, position) => (position * 2 + 1) % rows);
}

/** Weights as one would choose them on paper: a kernel that finds an edge, no shift, no scaling, a spread of one. */
export function startingWeight({ name, shape }: Weight): readonly number[] {
  const count = elementCount(shape);
  const width = shape.at(-1) ?? 1;
  const fill = (value: (position: number) => number) => Array.from({ length: count }, (_, position) => value(position));
  if (name === 'gamma' || name === 'moving_variance') return fill(() => 1);
  if (name === 'beta' || name === 'moving_mean') return fill((position) => (name === 'beta' ? 0 : position % 2));
  if (name.includes('bias')) return fill((position) => (position % 2 === 0 ? 1 : 0));
  if (name === 'alpha') return fill(() => 0.25);
  if (name.includes('kernel')) return fill((position) => edge(position, { shape, width }));
  return fill((position) => wholeNumber(position + 7) / 2);
}

/** The first filter answers to columns that fall from left to right, the next to rows that fall from top to bottom. */
function edge(position: number, { shape, width }: { readonly shape: Shape; readonly width: number }): number {
  const filter = position % width;
  const rest = Math.floor(position / width);
  if (shape.length < 4) return EDGE_KERNEL[(rest + filter) % EDGE_KERNEL.length] ?? 0;
  const [, columns = 1, channels = 1] = shape;
  const place = Math.floor(rest / channels);
  const [row, column] = [Math.floor(place / columns), place % columns];
  return EDGE_KERNEL[(filter % 2 === 0 ? column : row) % EDGE_KERNEL.length] ?? 0;
}

/** From −4 to 4 without a pattern that the eye finds at once. */
function wholeNumber(position: number): number {
  return ((position * 7 + ((position * position) % 5)) % 9) - 4;
}
