import { unitCount, type Activations, type ChannelMap } from '@/lib/inspect/channel-map';
import { spanOf } from '@/lib/inspect/normalise';
import type { Pixels } from '@/lib/inspect/paint-grid';

/** One number for each pixel: the sum over its channels. Of a sequence one for each position; of a row it is the row. */
export function attributionMap({ shape, values }: Activations): ChannelMap {
  const [first = 1, second = 1] = shape;
  const [rows, columns] = shape.length === 3 ? [first, second] : shape.length === 2 ? [first, 1] : [1, first];
  const channels = values.length / (rows * columns);
  const sums = new Float32Array(rows * columns);
  for (let at = 0; at < values.length; at += 1) {
    const pixel = Math.floor(at / channels);
    sums[pixel] = (sums[pixel] ?? 0) + (values[at] ?? 0);
  }
  return { rows, columns, values: sums };
}

export function isZero(values: Float32Array): boolean {
  return values.every((value) => value === 0);
}

/** The largest value without its sign. */
export function largestSize(values: Float32Array): number {
  const { low, high } = spanOf(values);
  return Math.max(Math.abs(low), Math.abs(high));
}

/** Seen on black, on white and on each other, with every common kind of colour blindness. */
const FOR = packed(255, 92, 40);
const AGAINST = packed(40, 140, 255);

/**
 * To be laid over a picture: the sign is the colour, the strength how little is seen through it; where a pixel counts
 * nothing, the picture is as it was.
 */
export function strengthPixels({ rows, columns, values }: ChannelMap, opacity: number): Pixels {
  const most = largestSize(values);
  const data = Uint32Array.from(values, (value) => {
    if (!Number.isFinite(value) || most === 0) return 0;
    // The root: weak ones are seen as well.
    const alpha = Math.round(255 * opacity * Math.sqrt(Math.abs(value) / most));
    return ((value < 0 ? AGAINST : FOR) | (alpha << 24)) >>> 0;
  });
  return { data, width: columns, height: rows };
}

/** As `Pixels` have it, without its opacity. */
function packed(red: number, green: number, blue: number): number {
  return (blue << 16) | (green << 8) | red;
}

export interface PlacedValue {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** The most positive and the most negative value and where they are, the first of several; null: there is none. */
export function extremesOf({ columns, values }: ChannelMap): {
  readonly positive: PlacedValue | null;
  readonly negative: PlacedValue | null;
} {
  let [most, least] = [-1, -1];
  for (const [at, value] of values.entries()) {
    if (value > (values[most] ?? 0)) most = at;
    if (value < (values[least] ?? 0)) least = at;
  }
  const placed = (at: number): PlacedValue | null =>
    at < 0 ? null : { row: Math.floor(at / columns), column: at % columns, value: values[at] ?? 0 };
  return { positive: placed(most), negative: placed(least) };
}

export interface UnitStrength {
  readonly unit: number;
  /** The value in its map that is furthest from 0. */
  readonly value: number;
}

/** The units whose maps go furthest from 0, the furthest first; those of zeros are left out. */
export function strongestUnits({ shape, values }: Activations, count: number): readonly UnitStrength[] {
  const units = unitCount(shape);
  const furthest = new Float32Array(units);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (Math.abs(value) > Math.abs(furthest[at % units] ?? 0)) furthest[at % units] = value;
  }
  return Array.from(furthest, (value, unit) => ({ unit, value }))
    .filter(({ value }) => value !== 0)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || a.unit - b.unit)
    .slice(0, count);
}
