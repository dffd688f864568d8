import * as tf from '@tensorflow/tfjs';
import { elementCount } from '@/lib/core/tensor-type';
import type { Batch } from '@/lib/training/worker/batch';
import { unitScaler, type Scaler } from '@/lib/training/worker/scaler';
import type { Samples, TargetColumn } from '@/lib/training/worker/samples';

export type { Batch };

/** Where a batch stands in its run: what is drawn at random for it depends on this and the seed alone. */
export interface BatchPlace {
  readonly epoch: number;
  /** Of the epoch; both count from 0. */
  readonly batch: number;
}

/**
 * Turns sample numbers into tensors; the caller disposes the batch. It is asked for a batch while the one before is
 * trained on, and may take its time.
 */
export interface Feed {
  batch(indices: Uint32Array, place: BatchPlace): Batch | Promise<Batch>;
  dispose(): void;
}

/** A feed whose batches are there at once: for evaluation, where nothing is drawn at random. */
export interface PlainFeed extends Feed {
  batch(indices: Uint32Array): Batch;
}

/** Texture memory that the whole training set may take: it must leave room for the network. */
const MOST_RESIDENT_BYTES = 256 * 2 ** 20;

/** The targets of these samples as the network should give them, row by row. */
export function targetRows(column: TargetColumn, indices: Uint32Array): Float32Array {
  const { width } = column;
  const rows = new Float32Array(indices.length * width);
  indices.forEach((index, row) => {
    if (column.kind === 'classes') rows[row * width + (column.classes[index] ?? 0)] = 1;
    else rows.set(column.values.subarray(index * width, (index + 1) * width), row * width);
  });
  return rows;
}

interface Chosen {
  readonly indices: Uint32Array;
  readonly scaler: Scaler;
}

function inputTensor(samples: Samples, { indices, scaler }: Chosen, shape: readonly number[]): tf.Tensor {
  return tf.tensor(scaler.stored(samples.read(indices)), [indices.length, ...shape]);
}

function targetTensors({ targets }: Samples, indices: Uint32Array): tf.Tensor2D[] {
  return targets.map((column) => tf.tensor2d(targetRows(column, indices), [indices.length, column.width]));
}

/** Makes each batch from the bytes: as fast as gathering where tensors live in ordinary memory, and takes no room. */
export function createHostFeed(samples: Samples, scaler: Scaler = unitScaler): PlainFeed {
  return {
    batch: (indices) => ({
      inputs: inputTensor(samples, { indices, scaler }, samples.shape),
      targets: targetTensors(samples, indices),
    }),
    dispose: () => {},
  };
}

/** Keeps the samples on the graphics card and gathers batches there; `indices` must all be among `kept`. */
export function createResidentFeed(samples: Samples, kept: Uint32Array, scaler: Scaler = unitScaler): PlainFeed {
  const rows = new Map(Array.from(kept, (sample, row) => [sample, row]));
  const inputs = inputTensor(samples, { indices: kept, scaler }, [elementCount(samples.shape)]);
  const targets = targetTensors(samples, kept);
  return {
    batch: (indices) =>
      tf.tidy(() => {
        const chosen = tf.tensor1d(
          Array.from(indices, (index) => rows.get(index) ?? 0),
          'int32',
        );
        return {
          inputs: tf.reshape(tf.gather(inputs, chosen), [indices.length, ...samples.shape]),
          targets: targets.map((target) => tf.gather(target, chosen)),
        };
      }),
    dispose: () => tf.dispose([inputs, targets]),
  };
}

export function createTrainingFeed(samples: Samples, kept: Uint32Array, scaler: Scaler = unitScaler): PlainFeed {
  const backend = tf.getBackend();
  const isOnCard = backend === 'webgl' || backend === 'webgpu';
  const bytes = kept.length * elementCount(samples.shape) * Float32Array.BYTES_PER_ELEMENT;
  return isOnCard && bytes <= MOST_RESIDENT_BYTES
    ? createResidentFeed(samples, kept, scaler)
    : createHostFeed(samples, scaler);
}
