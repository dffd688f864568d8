import type { Histogram } from '@/lib/training/health';

/** Rows of the picture: values from the lowest, at the bottom, to the highest seen. */
const ROWS = 48;

export interface Spread {
  readonly low: number;
  readonly high: number;
  readonly columns: number;
  readonly rows: number;
  /** Share of the values in each cell against the fullest of its column, row by row from the top, in [0, 1]. */
  readonly cells: Float32Array;
}

/** Histograms side by side on one scale, each column from one moment; null without any. */
export function spreadOf(histograms: readonly Histogram[]): Spread | null {
  if (histograms.length === 0) return null;
  const low = Math.min(...histograms.map((histogram) => histogram.low));
  const high = Math.max(...histograms.map((histogram) => histogram.high));
  const cells = new Float32Array(ROWS * histograms.length);
  histograms.forEach((histogram, column) => {
    const most = Math.max(1, ...histogram.counts);
    for (let row = 0; row < ROWS; row += 1) {
      const value = high - ((row + 0.5) / ROWS) * (high - low);
      cells[row * histograms.length + column] = countAt(histogram, value) / most;
    }
  });
  return { low, high, columns: histograms.length, rows: ROWS, cells };
}

function countAt({ low, high, counts }: Histogram, value: number): number {
  if (high === low) return Math.abs(value - low) <= Math.abs(high) * 1e-6 + 1e-12 ? (counts[0] ?? 0) : 0;
  if (value < low || value > high) return 0;
  const bin = Math.min(counts.length - 1, Math.floor(((value - low) / (high - low)) * counts.length));
  return counts[bin] ?? 0;
}
