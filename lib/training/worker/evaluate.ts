import * as tf from '@tensorflow/tfjs';
import type { TestReport } from '@/lib/training/protocol';
import type { PlainFeed } from '@/lib/training/worker/feed';
import type { Objective, Outputs } from '@/lib/training/worker/objective';

/** Small enough to answer messages in between, large enough to fill the hardware. */
const BATCH = 250;

/** Loss, without its weight, and score of one output. */
export interface HeadFigures {
  readonly loss: number;
  readonly score: number;
}

export interface Evaluation {
  readonly loss: number;
  readonly accuracy: number;
  /** Of each output; empty where there is only one. */
  readonly heads: readonly HeadFigures[];
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
  const sums: number[] = [];
  for (let start = 0; start < samples.length; start += size) {
    const indices = samples.subarray(start, start + size);
    const { figures, classes } = await evaluateBatch(objective, feed, indices);
    figures.forEach((figure, at) => {
      sums[at] = (sums[at] ?? 0) + figure * indices.length;
    });
    predicted.set(classes, start);
    if (!(await between(start + indices.length))) return null;
  }
  const [loss = Number.NaN, accuracy = Number.NaN, ...parts] = sums.map((sum) => sum / samples.length);
  return { loss, accuracy, heads: headFigures(parts), predicted };
}

/** Loss and score of everything together, then of each output where there are several; and the predicted classes. */
async function evaluateBatch(
  objective: Objective,
  feed: PlainFeed,
  indices: Uint32Array,
): Promise<{ readonly figures: readonly number[]; readonly classes: ArrayLike<number> }> {
  const { all, predicted } = tf.tidy(() => {
    const batch = feed.batch(indices);
    const outputs = objective.outputs(batch.inputs, { training: false });
    const overall = tf.stack([objective.loss(outputs, batch), objective.score(outputs, batch)]);
    const figures = outputs.length === 1 ? overall : tf.concat([overall, objective.figures(outputs, batch)]);
    return { all: figures, predicted: predictedClasses(objective, outputs) };
  });
  const [figures, classes] = await Promise.all([all.data(), predicted.data()]);
  tf.dispose([all, predicted]);
  return { figures: Array.from(figures), classes };
}

/** Of the first output; none where it does not tell classes apart. */
function predictedClasses(objective: Objective, [first]: Outputs): tf.Tensor {
  return first !== undefined && objective.heads[0]?.kind === 'classes' ? tf.argMax(first, -1) : tf.tensor1d([]);
}

/** From [loss, score, loss, score, …]. */
export function headFigures(parts: ArrayLike<number>): readonly HeadFigures[] {
  return Array.from({ length: parts.length / 2 }, (_, index) => ({
    loss: parts[2 * index] ?? Number.NaN,
    score: parts[2 * index + 1] ?? Number.NaN,
  }));
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
    count: evaluation.predicted.length,
    accuracy: evaluation.accuracy,
    loss: evaluation.loss,
    confusion: confusionMatrix(labels, evaluation.predicted, classes),
    predicted: evaluation.predicted,
    labels,
  };
}
