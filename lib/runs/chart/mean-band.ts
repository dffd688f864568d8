import { firstAtOrAfter } from '@/lib/runs/chart/decimate';
import type { Series } from '@/lib/runs/chart/series';

/** The mean of several lines and, above and below it, one sample standard deviation. */
export interface Band {
  readonly mean: Series;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Enough for any screen. */
const MOST_POINTS = 2000;

/**
 * Over the stretch that all lines cover, at the places of the line with the fewest points; between its own points a
 * line is taken to be straight. Null where they have no stretch in common. The deviation is that of a sample (n − 1).
 */
export function meanBand(lines: readonly Series[]): Band | null {
  const starts = lines.map(({ xs }) => xs[0] ?? Number.NaN);
  const ends = lines.map(({ xs }) => xs.at(-1) ?? Number.NaN);
  const [from, to] = [Math.max(...starts), Math.min(...ends)];
  const places = [...lines].sort((a, b) => a.xs.length - b.xs.length)[0]?.xs;
  if (places === undefined || !(from <= to)) return null;
  const within = places.filter((x) => x >= from && x <= to);
  const every = Math.ceil(within.length / MOST_POINTS);
  const xs = within.filter((_, index) => index % every === 0 || index === within.length - 1);
  const [ys, low, high] = [new Float64Array(xs.length), new Float64Array(xs.length), new Float64Array(xs.length)];
  xs.forEach((x, index) => {
    const { mean, deviation } = spread(lines.map((line) => at(line, x)));
    ys[index] = mean;
    low[index] = mean - deviation;
    high[index] = mean + deviation;
  });
  return { mean: { xs, ys }, low, high };
}

export interface Spread {
  readonly mean: number;
  /** Of the sample, with n − 1; 0 for one value. */
  readonly deviation: number;
  readonly count: number;
}

export function spread(values: readonly number[]): Spread {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: count < 2 ? 0 : Math.sqrt(squares / (count - 1)), count };
}

function at({ xs, ys }: Series, x: number): number {
  const after = Math.min(xs.length - 1, firstAtOrAfter(xs, x));
  const before = Math.max(0, after - 1);
  const [left, right] = [xs[before] ?? 0, xs[after] ?? 0];
  const [low, high] = [ys[before] ?? Number.NaN, ys[after] ?? Number.NaN];
  return right <= left ? high : low + ((x - left) / (right - left)) * (high - low);
}
