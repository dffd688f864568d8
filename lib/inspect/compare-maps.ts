import type { Activations } from '@/lib/inspect/channel-map';
import type { UnitSpans } from '@/lib/inspect/grid-statistics';

/** What of one layer's output is not in another's of the same shape: A − B, number by number. */
export function differenceOf(a: Activations, b: Activations): Activations {
  return { shape: a.shape, values: a.values.map((value, at) => value - (b.values[at] ?? Number.NaN)) };
}

/** How far two rows of numbers agree; pairs that are not both finite are left out. */
export interface Agreement {
  /** The largest of all |a − b|; 0 where there is nothing to compare. */
  readonly most: number;
  /** The mean of all |a − b|. */
  readonly mean: number;
  /** Pearson's, from −1 to 1; null where one of the two is the same everywhere, and so follows nothing. */
  readonly correlation: number | null;
}

/** In two passes: around their means, sums of small spreads lose nothing. */
export function agreementOf(a: ArrayLike<number>, b: ArrayLike<number>): Agreement {
  let [count, most, sum, sumOfA, sumOfB] = [0, 0, 0, 0, 0];
  for (let at = 0; at < a.length; at += 1) {
    const [one, other] = pairAt(a, b, at);
    if (!Number.isFinite(one) || !Number.isFinite(other)) continue;
    const distance = Math.abs(one - other);
    count += 1;
    sum += distance;
    sumOfA += one;
    sumOfB += other;
    if (distance > most) most = distance;
  }
  if (count === 0) return { most: 0, mean: 0, correlation: null };
  return { most, mean: sum / count, correlation: correlationAround(a, b, [sumOfA / count, sumOfB / count]) };
}

function correlationAround(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  [meanOfA, meanOfB]: readonly [number, number],
): number | null {
  let [together, squaresOfA, squaresOfB] = [0, 0, 0];
  for (let at = 0; at < a.length; at += 1) {
    const [one, other] = pairAt(a, b, at);
    if (!Number.isFinite(one) || !Number.isFinite(other)) continue;
    together += (one - meanOfA) * (other - meanOfB);
    squaresOfA += (one - meanOfA) ** 2;
    squaresOfB += (other - meanOfB) ** 2;
  }
  const spread = Math.sqrt(squaresOfA * squaresOfB);
  return spread === 0 ? null : Math.min(1, Math.max(-1, together / spread));
}

function pairAt(a: ArrayLike<number>, b: ArrayLike<number>, at: number): readonly [number, number] {
  return [a[at] ?? Number.NaN, b[at] ?? Number.NaN];
}

/** Unit by unit from the lower of two lowest values to the higher of two highest: one scale for both. */
export function unitedSpans(a: UnitSpans, b: UnitSpans): UnitSpans {
  return {
    low: a.low.map((value, unit) => Math.min(value, b.low[unit] ?? value)),
    high: a.high.map((value, unit) => Math.max(value, b.high[unit] ?? value)),
  };
}

/** The units by the largest number of their difference, the greatest first; equal ones by their number. */
export function orderByDifference({ low, high }: UnitSpans): Uint32Array {
  const most = low.map((least, unit) => Math.max(Math.abs(least), Math.abs(high[unit] ?? 0)));
  return Uint32Array.from(low, (_, unit) => unit).sort((a, b) => (most[b] ?? 0) - (most[a] ?? 0) || a - b);
}
