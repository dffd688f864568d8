import type { Shape } from '@/lib/core/tensor-type';

/** A layer's output for one sample: height × width × channels, [positions, channels], or [units]. */
export interface Activations {
  readonly shape: Shape;
  readonly values: Float32Array;
}

/** One channel, row by row. */
export interface ChannelMap {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** How many units (channels, or numbers of a vector) an output has. */
export function unitCount(shape: Shape): number {
  return shape.at(-1) ?? 0;
}

/** Rows and columns of one unit's map; a sequence is one column, a vector's unit one cell. */
export function mapSize(shape: Shape): readonly [rows: number, columns: number] {
  if (shape.length === 3) return [shape[0] ?? 0, shape[1] ?? 0];
  return shape.length === 2 ? [shape[0] ?? 0, 1] : [1, 1];
}

/** The map of one channel out of values with the channels last; written to `into` where it has the right length. */
export function channelMap({ shape, values }: Activations, channel: number, into?: Float32Array): ChannelMap {
  const [rows, columns] = mapSize(shape);
  const channels = unitCount(shape);
  const count = rows * columns;
  const map = into?.length === count ? into : new Float32Array(count);
  for (let place = 0; place < count; place += 1) map[place] = values[place * channels + channel] ?? Number.NaN;
  return { rows, columns, values: map };
}
