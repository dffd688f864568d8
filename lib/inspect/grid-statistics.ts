import { unitCount, type Activations } from '@/lib/inspect/channel-map';
import type { Span } from '@/lib/inspect/normalise';

/** Of every unit of a layer, for one input. What is not finite does not count. */
export interface UnitFigures {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/** From what to what each unit's values go. */
export type UnitSpans = Pick<UnitFigures, 'low' | 'high'>;

/** In one pass over the values, channels last. The variance is of all there are, around the mean. */
export function unitFigures({ shape, values }: Activations): UnitFigures {
  const units = unitCount(shape);
  const low = new Float64Array(units).fill(Infinity);
  const high = new Float64Array(units).fill(-Infinity);
  const mean = new Float64Array(units);
  const variance = new Float64Array(units);
  const counts = new Uint32Array(units);
  for (let at = 0, unit = 0; at < values.length; at += 1) {
    const value = values[at] ?? Number.NaN;
    if (Number.isFinite(value)) {
      if (value < (low[unit] ?? 0)) low[unit] = value;
      if (value > (high[unit] ?? 0)) high[unit] = value;
      // Sums in double precision: activations have single, and there are few of them to a map.
      mean[unit] = (mean[unit] ?? 0) + value;
      variance[unit] = (variance[unit] ?? 0) + value * value;
      counts[unit] = (counts[unit] ?? 0) + 1;
    }
    unit = unit + 1 === units ? 0 : unit + 1;
  }
  for (let unit = 0; unit < units; unit += 1) {
    const count = counts[unit] ?? 0;
    if (count === 0) low[unit] = high[unit] = 0;
    const average = count === 0 ? 0 : (mean[unit] ?? 0) / count;
    mean[unit] = average;
    variance[unit] = count === 0 ? 0 : Math.max(0, (variance[unit] ?? 0) / count - average * average);
  }
  return { low, high, mean, variance };
}

export function unitSpan({ low, high }: UnitSpans, unit: number): Span {
  return { low: low[unit] ?? 0, high: high[unit] ?? 0 };
}

export function layerSpan({ low, high }: UnitSpans): Span {
  if (low.length === 0) return { low: 0, high: 0 };
  let [least, most] = [Infinity, -Infinity];
  for (const value of low) least = Math.min(least, value);
  for (const value of high) most = Math.max(most, value);
  return { low: least, high: most };
}

/** It gave nothing but zeros. */
export function isDead({ low, high }: UnitFigures, unit: number): boolean {
  return low[unit] === 0 && high[unit] === 0;
}

export function deadCount(figures: UnitFigures): number {
  let count = 0;
  for (let unit = 0; unit < figures.low.length; unit += 1) if (isDead(figures, unit)) count += 1;
  return count;
}

export const UNIT_ORDERS = ['index', 'activation', 'variance'] as const;
/** 'activation': by the highest value of the map, 'variance': by how much it varies from place to place. */
export type UnitOrder = (typeof UNIT_ORDERS)[number];

/** The units in an order, the greatest first; equal ones by their number. */
export function orderOf(figures: UnitFigures, order: UnitOrder): Uint32Array {
  const units = Uint32Array.from(figures.low, (_, unit) => unit);
  if (order === 'index') return units;
  const by = order === 'activation' ? figures.high : figures.variance;
  return units.sort((a, b) => (by[b] ?? 0) - (by[a] ?? 0) || a - b);
}
