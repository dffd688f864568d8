import * as tf from '@tensorflow/tfjs';
import type { TestReport } from '@/lib/training/protocol';
import type { Feed } from '@/lib/training/worker/feed';
import type { LoadedSplit } from '@/lib/training/worker/load-dataset';
import type { Objective } from '@/lib/training/worker/objective';

/** Small enough to answer messages in between, large enough to fill the hardware. */
const BATCH = 250;

export interface Evaluation {
  readonly loss: number;
  readonly accuracy: number;
  /** The predicted class of each of the given samples, in their order. */
  readonly predicted: Uint8Array;
}

/** Loss (mean over samples) and predictions without training; null when `between` answered false. */
export async function evaluateSamples(options: {
  readonly objective: Objective;
  readonly feed: Feed;
  readonly labels: Uint8Array;
  readonly samples: Uint32Array;
  readonly mostPerBatch?: number;
  /** Called after each batch; false ends the evaluation. */
  readonly between: (done: number) => Promise<boolean>;
}): Promise<Evaluation | null> {
  const { objective, feed, labels, samples, between } = options;
  const size = Math.min(BATCH, options.mostPerBatch ?? BATCH);
  const predicted = new Uint8Array(samples.length);
  let lossSum = 0;
  let right = 0;
  for (let start = 0; start < samples.length; start += size) {
    const indices = samples.subarray(start, start + size);
    const { loss, classes } = await evaluateBatch(objective, feed, indices);
    lossSum += loss * indices.length;
    predicted.set(classes, start);
    indices.forEach((sample, row) => {
      if (labels[sample] === classes[row]) right += 1;
    });
    if (!(await between(start + indices.length))) return null;
  }
  return { loss: lossSum / samples.length, accuracy: right / samples.length, predicted };
}

async function evaluateBatch(
  objective: Objective,
  feed: Feed,
  indices: Uint32Array,
): Promise<{ readonly loss: number; readonly classes: ArrayLike<number> }> {
  const [loss, classes] = tf.tidy(() => {
    const { images, targets } = feed.batch(indices);
    const output = objective.trunk.apply(images, { training: false }) as tf.Tensor2D;
    return [objective.loss(output, targets), tf.argMax(output, 1)] as const;
  });
  const [lossValues, classValues] = await Promise.all([loss.data(), classes.data()]);
  tf.dispose([loss, classes]);
  return { loss: lossValues[0] ?? Number.NaN, classes: classValues };
}

/** confusion[truth][predicted] */
export function confusionMatrix(labels: Uint8Array, predicted: Uint8Array, classes: number): number[][] {
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  labels.forEach((truth, index) => {
    const row = matrix[truth];
    const column = predicted[index];
    if (row !== undefined && column !== undefined) row[column] = (row[column] ?? 0) + 1;
  });
  return matrix;
}

export function testReport(split: LoadedSplit, evaluation: Evaluation, classes: number): TestReport {
  return {
    count: split.count,
    accuracy: evaluation.accuracy,
    loss: evaluation.loss,
    confusion: confusionMatrix(split.labels, evaluation.predicted, classes),
    predicted: evaluation.predicted,
    labels: split.labels,
  };
}
