import type { Normalization, Statistics } from '@/lib/core/learning';

/** Makes of samples as they are stored what a network is given. Both take samples one after another. */
export interface Scaler {
  /** Bytes from 0 to 255, or numbers as they are. */
  stored(values: Uint8Array | Float32Array): Float32Array;
  /** The unit scale: bytes over 255 already, other numbers as they are. Changes them in place. */
  unit(values: Float32Array): Float32Array;
}

const BYTES = 256;
const LARGEST_BYTE = 255;
/** Of a data set that does not state its statistics, at most this many samples, evenly spread, are measured. */
const MOST_MEASURED = 5000;

/** Bytes over 255; other numbers as they are. */
export const unitScaler: Scaler = createStandardScaler({ mean: [0], deviation: [1] });

export function createScaler(normalization: Normalization, statistics: () => Statistics): Scaler {
  return normalization === 'standard' ? createStandardScaler(statistics()) : unitScaler;
}

/** Minus the mean, over the deviation of its channel, the last axis; a channel that never changes becomes 0. */
function createStandardScaler({ mean, deviation }: Statistics): Scaler {
  const channels = mean.length;
  const factors = deviation.map((value) => (value > 0 ? 1 / value : 1));
  const scaled = (value: number, channel: number): number => (value - (mean[channel] ?? 0)) * (factors[channel] ?? 1);
  const table = Float32Array.from({ length: BYTES * channels }, (_, at) =>
    scaled(Math.floor(at / channels) / LARGEST_BYTE, at % channels),
  );
  const unit = (values: Float32Array): Float32Array => {
    for (let at = 0; at < values.length; at += 1) values[at] = scaled(values[at] ?? 0, at % channels);
    return values;
  };
  return {
    stored(values) {
      if (values instanceof Float32Array) return unit(values);
      const result = new Float32Array(values.length);
      for (let at = 0; at < values.length; at += 1) {
        result[at] = table[(values[at] ?? 0) * channels + (at % channels)] ?? 0;
      }
      return result;
    },
    unit,
  };
}

/** What of a split's samples is needed to measure them. */
export interface Measurable {
  readonly count: number;
  readonly shape: readonly number[];
  readonly element: 'uint8' | 'float32';
  read(indices: ArrayLike<number>): Uint8Array | Float32Array;
}

/** Mean and deviation of each channel, of values in the unit scale. */
export function measureStatistics(samples: Measurable): Statistics {
  const channels = samples.shape.at(-1) ?? 1;
  const count = Math.min(samples.count, MOST_MEASURED);
  const sums = new Float64Array(channels);
  const squares = new Float64Array(channels);
  const unit = samples.element === 'uint8' ? LARGEST_BYTE : 1;
  let perChannel = 0;
  for (let index = 0; index < count; index += 1) {
    const values = samples.read([Math.floor((index * samples.count) / count)]);
    perChannel += values.length / channels;
    for (let at = 0; at < values.length; at += 1) {
      const value = (values[at] ?? 0) / unit;
      sums[at % channels] = (sums[at % channels] ?? 0) + value;
      squares[at % channels] = (squares[at % channels] ?? 0) + value * value;
    }
  }
  const mean = Array.from(sums, (sum) => sum / perChannel);
  const deviation = mean.map((value, channel) =>
    Math.sqrt(Math.max(0, (squares[channel] ?? 0) / perChannel - value * value)),
  );
  return { mean, deviation };
}
