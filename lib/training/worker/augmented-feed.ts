import * as tf from '@tensorflow/tfjs';
import { mixRows, type Mixing } from '@/lib/training/augment/augment';
import type { Augmenter } from '@/lib/training/augment/augmenter';
import type { Effects } from '@/lib/training/augment/effects';
import { targetRows, type Batch, type BatchPlace, type Feed } from '@/lib/training/worker/feed';
import type { Samples } from '@/lib/training/worker/samples';
import type { Scaler } from '@/lib/training/worker/scaler';

export interface AugmentedFeedOptions {
  readonly effects: Effects;
  readonly seed: number;
  readonly scaler: Scaler;
  readonly augmenter: Augmenter;
}

/** Batches changed at random in a worker of their own, while the batch before is trained on. Owns the augmenter. */
export function createAugmentedFeed(samples: Samples, options: AugmentedFeedOptions): Feed {
  const { effects, seed, scaler, augmenter } = options;

  async function batch(indices: Uint32Array, place: BatchPlace): Promise<Batch> {
    const raw = {
      values: samples.read(indices),
      // Of its own: the part of a larger array would be sent whole.
      samples: indices.slice(),
      shape: samples.shape,
      effects,
      place: { ...place, seed },
    };
    const { values, mixing } = await augmenter.augment(raw);
    return {
      inputs: tf.tensor(scaler.unit(values), [indices.length, ...samples.shape]),
      targets: samples.targets.map((column) =>
        tf.tensor2d(mixed(targetRows(column, indices), indices.length, mixing), [indices.length, column.width]),
      ),
    };
  }

  return { batch, dispose: () => augmenter.dispose() };
}

function mixed(rows: Float32Array, count: number, mixing: Mixing | null): Float32Array {
  return mixing === null ? rows : mixRows(rows, count, mixing);
}
