import type { Histogram } from '@/lib/training/health';

const BINS = 32;

/** Null where a value is not finite. All in one bin where all are equal. */
export function histogramOf(values: Float32Array): Histogram | null {
  if (values.length === 0) return null;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (!Number.isFinite(value)) return null;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const counts = new Array<number>(BINS).fill(0);
  const width = high - low;
  for (const value of values) {
    const bin = width === 0 ? 0 : Math.min(BINS - 1, Math.floor(((value - low) / width) * BINS));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { low, high, counts };
}
