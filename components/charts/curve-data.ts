import { thinIndices } from '@/components/charts/thin';

/** Points at x, y; a point that is not there is left out. */
export interface Mark {
  readonly x: number;
  readonly y: number | null;
}

/** uPlot's: x, then one array a series, null where a series has no point at that x. */
export type ChartData = [number[], ...(number | null)[][]];

export interface Curves {
  /** One value per batch. */
  readonly raw: Float32Array;
  readonly smoothed: Float32Array;
  readonly training: readonly Mark[];
  readonly validation: readonly Mark[];
}

/** The four curves of one quantity over the number of batches trained, thinned to what `columns` pixels can show. */
export function chartData({ raw, smoothed, training, validation }: Curves, columns: number): ChartData {
  const indices = thinIndices(raw, columns);
  const marked = new Set([...training, ...validation].map(({ x }) => x));
  const xs = [...new Set([...indices.map((index) => index + 1), ...marked])].sort((a, b) => a - b);
  const shown = new Set(indices.map((index) => index + 1));
  return [
    xs,
    xs.map((x) => (shown.has(x) ? finite(raw[x - 1]) : null)),
    xs.map((x) => (shown.has(x) ? finite(smoothed[x - 1]) : null)),
    at(training, xs),
    at(validation, xs),
  ];
}

function at(marks: readonly Mark[], xs: readonly number[]): (number | null)[] {
  const known = new Map(marks.map(({ x, y }) => [x, y]));
  return xs.map((x) => finite(known.get(x)));
}

function finite(value: number | null | undefined): number | null {
  return value !== undefined && value !== null && Number.isFinite(value) ? value : null;
}
