import * as tf from '@tensorflow/tfjs';
import type { Dataset } from '@/lib/datasets/dataset';
import type { OpenRequest, Split } from '@/lib/training/inspect/protocol';
import type { Sample } from '@/lib/training/protocol';
import { WorkerFailure } from '@/lib/training/worker/failure';
import type { LoadedDataset } from '@/lib/training/worker/load-dataset';
import { splitSamples } from '@/lib/training/worker/sample-order';
import type { Samples } from '@/lib/training/worker/samples';
import type { Scaler } from '@/lib/training/worker/scaler';
import { classColumn, storedSamples } from '@/lib/training/worker/stored-samples';

/** A split's samples by their numbers in it, from 0: those of training in the order drawn by the seed. */
export interface SplitSamples {
  readonly count: number;
  /** Class by the first target, by number; empty where it has none. */
  readonly classes: Uint16Array;
  /** As they are stored, with their targets; `index` is the number in the split. */
  read(numbers: readonly number[]): readonly Sample[];
  /** A scaled batch for the network; the caller disposes it. */
  batch(numbers: ArrayLike<number>, scaler: Scaler): tf.Tensor;
}

export interface InspectData {
  readonly dataset: Dataset;
  split(name: Split): SplitSamples;
}

export function createInspectData(
  { dataset, training, test }: LoadedDataset,
  shares: Pick<OpenRequest, 'seed' | 'dataShare' | 'validationShare'>,
): InspectData {
  const drawn = splitSamples({ ...shares, count: training.count });
  const splits: Readonly<Record<Split, SplitSamples>> = {
    training: createSplit(training, drawn.training),
    validation: createSplit(training, drawn.validation),
    test: createSplit(
      test,
      Uint32Array.from({ length: test.count }, (_, index) => index),
    ),
  };
  return { dataset, split: (name) => splits[name] };
}

/** `places` are those of the split's samples among the stored ones. */
function createSplit(samples: Samples, places: Uint32Array): SplitSamples {
  const stored = classColumn(samples);
  const placesOf = (numbers: ArrayLike<number>): number[] =>
    Array.from(numbers, (number) => {
      const place = places[number];
      if (place !== undefined) return place;
      throw new WorkerFailure('training/internal', `sample ${number} of ${places.length} does not exist`);
    });
  return {
    count: places.length,
    classes: stored.length === 0 ? stored : Uint16Array.from(places, (place) => stored[place] ?? 0),
    read: (numbers) =>
      storedSamples(samples, placesOf(numbers)).map((sample, at) => ({ ...sample, index: numbers[at] ?? 0 })),
    batch: (numbers, scaler) =>
      tf.tensor(scaler.stored(samples.read(placesOf(numbers))), [numbers.length, ...samples.shape]),
  };
}
