import * as tf from '@tensorflow/tfjs';
import { mixRows } from '@/lib/training/augment/augment';
import { augmentBatch } from '@/lib/training/augment/augment-batch';
import { hasEffect, type Effects } from '@/lib/training/augment/effects';
import type { Scaler } from '@/lib/training/worker/scaler';
import { DataError, type Samples } from './data.js';

export interface Batch {
  pictures: tf.Tensor;
  /** One-hot: 1 in the column of the sample's class. */
  targets: tf.Tensor2D;
}

/** Some of the samples as tensors; the caller disposes them. */
export interface Batches {
  /** As they are. */
  plain(indices: Uint32Array): Batch;
  /** Changed at random, the same each time for the same seed, epoch and batch. */
  augmented(indices: Uint32Array, place: { seed: number; epoch: number; batch: number }): Batch;
}

export function createBatches(
  samples: Samples,
  { shape, classes, scaler, effects }: { shape: number[]; classes: number; scaler: Scaler; effects: Effects },
): Batches {
  const width = classes;

  function tensors(indices: Uint32Array, values: Float32Array, targets: Float32Array): Batch {
    return {
      pictures: tf.tensor(values, [indices.length, ...shape]),
      targets: tf.tensor2d(targets, [indices.length, width]),
    };
  }

  function plain(indices: Uint32Array): Batch {
    return tensors(indices, scaler.stored(pixelsOf(samples, indices)), targetsOf(samples, indices, width));
  }

  return {
    plain,
    augmented(indices, place) {
      if (!hasEffect(effects)) return plain(indices);
      const raw = { values: pixelsOf(samples, indices), samples: indices, shape, effects, place };
      const { values, mixing } = augmentBatch(raw);
      const targets = targetsOf(samples, indices, width);
      const mixed = mixing === null ? targets : mixRows(targets, indices.length, mixing);
      return tensors(indices, scaler.unit(values), mixed);
    },
  };
}

function targetsOf({ labels }: Samples, indices: Uint32Array, classes: number): Float32Array {
  const targets = new Float32Array(indices.length * classes);
  indices.forEach((sample, row) => {
    const label = labels[sample] ?? 0;
    if (label >= classes) {
      throw new DataError(`Sample ${sample} is of class ${label}; the network knows classes 0 to ${classes - 1}.`);
    }
    targets[row * classes + label] = 1;
  });
  return targets;
}

/** One picture after another. */
export function pixelsOf({ pixels, count }: Samples, indices: ArrayLike<number>): Uint8Array {
  const size = pixels.length / count;
  const chosen = new Uint8Array(indices.length * size);
  Array.from(indices).forEach((sample, row) => {
    chosen.set(pixels.subarray(sample * size, (sample + 1) * size), row * size);
  });
  return chosen;
}
