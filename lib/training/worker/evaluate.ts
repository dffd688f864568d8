import * as tf from '@tensorflow/tfjs';
import type { TestReport } from '@/lib/training/protocol';
import type { PlainFeed } from '@/lib/training/worker/feed';
import type { Objective } from '@/lib/training/worker/objective';

/** Small enough to answer messages in between, large enough to fill the hardware. */
const BATCH = 250;

export interface Evaluation {
  readonly loss: number;
  readonly accuracy: number;
  /** The predicted class of each of the given samples, in their order. */
  readonly predicted: Uint16Array;
}

/** Loss (mean over samples) and predictions without training; null when `between` answered false. */
export async function evaluateSamples(options: {
  readonly objective: Objective;
  readonly feed: PlainFeed;
  readonly samples: Uint32Array;
  readonly mostPerBatch?: number;
  /** Called after each batch; false ends the evaluation. */
  readonly between: (done: number) => Promise<boolean>;
}): Promise<Evaluation | null> {
  const { objective, feed, samples, between } = options;
  const size = Math.min(BATCH, options.mostPerBatch ?? BATCH);
  const predicted = new Uint16Array(samples.length);
  let lossSum = 0;
  let scoreSum = 0;
  for (let start = 0; start < samples.length; start += size) {
    const indices = samples.subarray(start, start + size);
    const { loss, score, classes } = await evaluateBatch(objective, feed, indices);
    lossSum += loss * indices.length;
    predicted.set(classes, start);
    scoreSum += score * indices.length;
    if (!(await between(start + indices.length))) return null;
  }
  return { loss: lossSum / samples.length, accuracy: scoreSum / samples.length, predicted };
}

async function evaluateBatch(
  objective: Objective,
  feed: PlainFeed,
  indices: Uint32Array,
): Promise<{ readonly loss: number; readonly score: number; readonly classes: ArrayLike<number> }> {
  const [figures, classes] = tf.tidy(() => {
    const { inputs, targets } = feed.batch(indices);
    const output = objective.trunk.apply(inputs, { training: false }) as tf.Tensor2D;
    return [
      tf.stack([objective.loss(output, targets), objective.score(output, targets)]),
      tf.argMax(output, 1),
    ] as const;
  });
  const [[loss = Number.NaN, score = Number.NaN], classValues] = await Promise.all([figures.data(), classes.data()]);
  tf.dispose([figures, classes]);
  return { loss, score, classes: classValues };
}

/** confusion[truth][predicted] */
export function confusionMatrix(labels: Uint16Array, predicted: Uint16Array, classes: number): number[][] {
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  labels.forEach((truth, index) => {
    const row = matrix[truth];
    const column = predicted[index];
    if (row !== undefined && column !== undefined) row[column] = (row[column] ?? 0) + 1;
  });
  return matrix;
}

export function testReport(labels: Uint16Array, evaluation: Evaluation, classes: number): TestReport {
  return {
    count: labels.length,
    accuracy: evaluation.accuracy,
    loss: evaluation.loss,
    confusion: confusionMatrix(labels, evaluation.predicted, classes),
    predicted: evaluation.predicted,
    labels,
  };
}
