import * as tf from '@tensorflow/tfjs';
import { elementCount, type Shape } from '@/lib/core/tensor-type';
import type { LoadedSplit } from '@/lib/training/worker/load-dataset';

export interface Batch {
  /** batch × height × width × channels, in [0, 1]. */
  readonly images: tf.Tensor;
  /** One-hot, batch × classes. */
  readonly targets: tf.Tensor2D;
}

/** Turns sample numbers into tensors; the caller disposes the batch. */
export interface Feed {
  batch(indices: Uint32Array): Batch;
  dispose(): void;
}

export interface FeedSource {
  readonly split: LoadedSplit;
  readonly inputShape: Shape;
  readonly classes: number;
}

/** Texture memory that the whole training set may take: it must leave room for the network. */
const MOST_RESIDENT_BYTES = 256 * 2 ** 20;

const SCALED = Float32Array.from({ length: 256 }, (_, value) => value / 255);

function pixels({ split, inputShape }: FeedSource, indices: Uint32Array): Float32Array {
  const size = elementCount(inputShape);
  const values = new Float32Array(indices.length * size);
  let at = 0;
  for (const index of indices) {
    const end = (index + 1) * size;
    for (let from = index * size; from < end; from += 1) values[at++] = SCALED[split.images[from] ?? 0] ?? 0;
  }
  return values;
}

function oneHot({ split, classes }: FeedSource, indices: Uint32Array): Float32Array {
  const values = new Float32Array(indices.length * classes);
  indices.forEach((index, row) => {
    values[row * classes + (split.labels[index] ?? 0)] = 1;
  });
  return values;
}

/** Makes each batch from the bytes: as fast as gathering where tensors live in ordinary memory, and takes no room. */
export function createHostFeed(source: FeedSource): Feed {
  return {
    batch: (indices) => ({
      images: tf.tensor(pixels(source, indices), [indices.length, ...source.inputShape]),
      targets: tf.tensor2d(oneHot(source, indices), [indices.length, source.classes]),
    }),
    dispose: () => {},
  };
}

/** Keeps the samples on the graphics card and gathers batches there; `indices` must all be among `samples`. */
export function createResidentFeed(source: FeedSource, samples: Uint32Array): Feed {
  const rows = new Map(Array.from(samples, (sample, row) => [sample, row]));
  const images = tf.tensor(pixels(source, samples), [samples.length, elementCount(source.inputShape)]);
  const targets = tf.tensor2d(oneHot(source, samples), [samples.length, source.classes]);
  return {
    batch: (indices) =>
      tf.tidy(() => {
        const chosen = tf.tensor1d(
          Array.from(indices, (index) => rows.get(index) ?? 0),
          'int32',
        );
        const gathered = tf.gather(images, chosen);
        return {
          images: tf.reshape(gathered, [indices.length, ...source.inputShape]),
          targets: tf.gather(targets, chosen),
        };
      }),
    dispose: () => tf.dispose([images, targets]),
  };
}

export function createTrainingFeed(source: FeedSource, samples: Uint32Array): Feed {
  const backend = tf.getBackend();
  const isOnCard = backend === 'webgl' || backend === 'webgpu';
  const bytes = samples.length * elementCount(source.inputShape) * Float32Array.BYTES_PER_ELEMENT;
  return isOnCard && bytes <= MOST_RESIDENT_BYTES ? createResidentFeed(source, samples) : createHostFeed(source);
}
