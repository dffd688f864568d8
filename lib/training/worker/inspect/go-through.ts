import type * as tf from '@tensorflow/tfjs';
import type { NodeId } from '@/lib/core/ids';
import type { Split } from '@/lib/training/inspect/protocol';
import { WorkerFailure } from '@/lib/training/worker/failure';
import type { LongWork } from '@/lib/training/worker/inspect/inspect-session';

export interface Passing {
  readonly layer: NodeId;
  readonly split: Split;
  readonly mostSamples: number;
}

/** A layer's output for some samples, read: sample after sample, channels last. */
export interface LayerBatch {
  /** Numbers in the split. */
  readonly samples: readonly number[];
  readonly values: Float32Array;
  /** Of one sample. */
  readonly shape: readonly number[];
}

interface Steps {
  readonly onBatch: (batch: LayerBatch) => void;
  /** Now and then, at most some times a second. */
  readonly onReport: (done: number, total: number) => void;
}

/** A batch is made as large as goes through in this time, so that a look in between need not wait for long. */
const BATCH_MS = 40;
const MOST_BATCH = 512;
const MS_BETWEEN_REPORTS = 250;

/** Runs samples of a split, from the first, through the network as far as a layer; null when it was stopped. */
export async function goThrough(
  { network, data, between }: LongWork,
  { layer, split, mostSamples }: Passing,
  { onBatch, onReport }: Steps,
): Promise<{ readonly gone: number } | null> {
  const samples = (await data()).split(split);
  const total = Math.min(samples.count, Math.max(0, mostSamples));
  let size = 1;
  let reported = performance.now();
  for (let first = 0; first < total;) {
    if (!(await between())) return null;
    const began = performance.now();
    const numbers = Array.from({ length: Math.min(size, total - first) }, (_, at) => first + at);
    const input = samples.batch(numbers, network.scaler);
    const [output] = takenFrom(input, () => network.forward(input, [layer]));
    if (output === undefined) throw new WorkerFailure('training/internal', `no output of ${layer}`, layer);
    const shape = output.shape.slice(1);
    const values = Float32Array.from(await output.data());
    output.dispose();
    onBatch({ samples: numbers, values, shape });
    first += numbers.length;
    const now = performance.now();
    size = nextSize(size, now - began);
    if (now - reported >= MS_BETWEEN_REPORTS && first < total) {
      reported = now;
      onReport(first, total);
    }
  }
  return (await between()) ? { gone: total } : null;
}

function takenFrom<T>(input: tf.Tensor, work: () => T): T {
  try {
    return work();
  } finally {
    input.dispose();
  }
}

function nextSize(size: number, milliseconds: number): number {
  const fitting = Math.floor((size * BATCH_MS) / Math.max(milliseconds, 0.1));
  return Math.min(MOST_BATCH, Math.max(1, Math.min(fitting, size * 2)));
}
