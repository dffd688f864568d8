/** Of many numbers; those that are not finite are counted and otherwise left out. */
export interface Statistics {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Standard deviation, of all there are (divided by their number). */
  readonly deviation: number;
  /** Share of exact zeros, from 0 to 1. */
  readonly zeros: number;
  readonly notFinite: number;
}

export interface Histogram {
  /** One more than there are bins. */
  readonly edges: readonly number[];
  /** Of the values from an edge (with it) to the next; the last bin has its upper edge too. */
  readonly counts: readonly number[];
}

/** Mean and deviation after Welford (1962), which does not lose small spreads around large means. */
export function summarize(values: ArrayLike<number>): Statistics {
  let [count, zeros, mean, squares] = [0, 0, 0, 0];
  let [min, max] = [Infinity, -Infinity];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    count += 1;
    if (value === 0) zeros += 1;
    if (value < min) min = value;
    if (value > max) max = value;
    const distance = value - mean;
    mean += distance / count;
    squares += distance * (value - mean);
  }
  const notFinite = values.length - count;
  if (count === 0) return { count, min: 0, max: 0, mean: 0, deviation: 0, zeros: 0, notFinite };
  return { count, min, max, mean, deviation: Math.sqrt(squares / count), zeros: zeros / count, notFinite };
}

/** Bins of equal width from the smallest to the largest value; one bin where all are alike, none where there are none. */
export function histogram(values: ArrayLike<number>, bins: number): Histogram {
  const { count, min, max } = summarize(values);
  if (count === 0) return { edges: [], counts: [] };
  if (min === max) return { edges: [min, max], counts: [count] };
  const width = (max - min) / bins;
  const counts = Array.from({ length: bins }, () => 0);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    const bin = Math.min(bins - 1, Math.floor((value - min) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { edges: Array.from({ length: bins + 1 }, (_, edge) => (edge === bins ? max : min + edge * width)), counts };
}
