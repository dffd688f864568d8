import { augmentSample, drawMixing, mixRows, type Mixing } from '@/lib/training/augment/augment';
import type { Effects } from '@/lib/training/augment/effects';

/** A batch as it is read: samples one after another. */
export interface RawBatch {
  /** Bytes are over 255. */
  readonly values: Uint8Array | Float32Array;
  /** Numbers of the samples in their split. */
  readonly samples: Uint32Array;
  readonly shape: readonly number[];
  readonly effects: Effects;
  readonly place: { readonly seed: number; readonly epoch: number; readonly batch: number };
}

export interface AugmentedBatch {
  readonly values: Float32Array;
  /** What the targets are to be mixed by. */
  readonly mixing: Mixing | null;
}

/** All samples of a batch, each changed at random. */
export function augmentBatch({ values, samples, shape, effects, place }: RawBatch): AugmentedBatch {
  const size = values.length / samples.length;
  const isBytes = values instanceof Uint8Array;
  const result = new Float32Array(values.length);
  samples.forEach((sample, row) => {
    const raw = values.subarray(row * size, (row + 1) * size);
    const scaled = isBytes ? Float32Array.from(raw, (value) => value / 255) : Float32Array.from(raw);
    result.set(augmentSample(scaled, shape, { effects, occasion: place, sample }), row * size);
  });
  const mixing = drawMixing(samples.length, effects, place);
  return { values: mixing === null ? result : mixRows(result, samples.length, mixing), mixing };
}
