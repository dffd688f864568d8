import type { Series } from '@/lib/runs/chart/series';

export interface Window {
  readonly from: number;
  readonly to: number;
  /** How many pixels wide the window is drawn. */
  readonly columns: number;
}

/**
 * Which points of a line to draw: in every column of pixels its first, lowest, highest and last, so that no spike is
 * lost and the line enters and leaves each column where the whole one does; and the nearest point beyond either end,
 * so that lines run on to the edge. Every point when there are few.
 */
export function decimate({ xs, ys }: Series, { from, to, columns }: Window): readonly number[] {
  const first = Math.max(0, firstAtOrAfter(xs, from) - 1);
  const last = Math.min(xs.length - 1, firstAfter(xs, to));
  if (last - first < columns * 4) return range(first, last);
  const indices: number[] = [];
  const width = (to - from) / columns;
  const columnOf = (index: number) => Math.floor(((xs[index] ?? 0) - from) / width);
  for (let start = first; start <= last;) {
    const column = columnOf(start);
    let [low, high, end] = [start, start, start];
    while (end < last && columnOf(end + 1) === column) {
      end += 1;
      if (below(ys, end, low)) low = end;
      if (below(ys, high, end)) high = end;
    }
    const kept = [start, Math.min(low, high), Math.max(low, high), end];
    for (const index of kept) if (indices.at(-1) !== index) indices.push(index);
    start = end + 1;
  }
  return indices;
}

/** NaN is neither below nor above; what is compared with it takes its place. */
function below(ys: Float64Array, a: number, b: number): boolean {
  const [left, right] = [ys[a] ?? Number.NaN, ys[b] ?? Number.NaN];
  return left < right || (Number.isNaN(right) && !Number.isNaN(left));
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** The first index whose x is at least so much; the length where none is. xs ascend. */
export function firstAtOrAfter(xs: Float64Array, x: number): number {
  return search(xs, (value) => value >= x);
}

function firstAfter(xs: Float64Array, x: number): number {
  return search(xs, (value) => value > x);
}

function search(xs: Float64Array, isReached: (x: number) => boolean): number {
  let [low, high] = [0, xs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(xs[middle] ?? Number.POSITIVE_INFINITY)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The point nearest to an x; null for a line without points. */
export function nearest({ xs }: Series, x: number): number | null {
  if (xs.length === 0) return null;
  const after = Math.min(xs.length - 1, firstAtOrAfter(xs, x));
  const before = Math.max(0, after - 1);
  return x - (xs[before] ?? 0) < (xs[after] ?? 0) - x ? before : after;
}

/** The point to read at a place: the nearest, or where places lie `step` apart the one of that place, if there is one. */
export function pointAt(series: Series, place: number, step: number | null): number | null {
  const index = nearest(series, place);
  if (index === null || step === null) return index;
  return Math.abs((series.xs[index] ?? Number.NaN) - place) < step / 2 ? index : null;
}
