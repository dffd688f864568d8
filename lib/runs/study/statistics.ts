/** Of the values measured: how many, their mean, and their spread around it. */
export interface Spread {
  readonly n: number;
  readonly mean: number;
  /** Standard deviation of the sample, with n − 1 below; null of one value. */
  readonly deviation: number | null;
  readonly low: number;
  readonly high: number;
}

/** null of no values. Values that are not finite make the mean so too: a loss that went to infinity is one. */
export function spreadOf(values: readonly number[]): Spread | null {
  const n = values.length;
  if (n === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    n,
    mean,
    deviation: n < 2 ? null : Math.sqrt(squares / (n - 1)),
    low: Math.min(...values),
    high: Math.max(...values),
  };
}

/** Whether the ranges that were measured share a value. */
export function rangesOverlap(a: Spread, b: Spread): boolean {
  return a.low <= b.high && b.low <= a.high;
}
