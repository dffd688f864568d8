import * as tf from '@tensorflow/tfjs';
import type { HeadResult, TestOutputs, TestReport } from '@/lib/training/protocol';
import type { PlainFeed } from '@/lib/training/worker/feed';
import type { TargetColumn } from '@/lib/training/worker/samples';
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
  readonly outputs: TestOutputs | null;
}

/** Loss (mean over samples) and predictions without training; null when `between` answered false. */
export async function evaluateSamples(options: {
  readonly objective: Objective;
  readonly feed: PlainFeed;
  readonly samples: Uint32Array;
  readonly mostPerBatch?: number;
  /** Keep what the first output gives, where it is not too much. */
  readonly keepsOutputs?: boolean;
  /** Called after each batch; false ends the evaluation. */
  readonly between: (done: number) => Promise<boolean>;
}): Promise<Evaluation | null> {
  const { objective, feed, samples, between } = options;
  const size = Math.min(BATCH, options.mostPerBatch ?? BATCH);
  const predicted = new Uint16Array(samples.length);
  const sums: number[] = [];
  const kept = options.keepsOutputs === true ? createOutputs(objective, samples.length) : null;
  for (let start = 0; start < samples.length; start += size) {
    const indices = samples.subarray(start, start + size);
    const { figures, classes, given } = await evaluateBatch(objective, { feed, indices, keepsOutputs: kept !== null });
    kept?.add(start, given);
    figures.forEach((figure, at) => {
      sums[at] = (sums[at] ?? 0) + figure * indices.length;
    });
    predicted.set(classes, start);
    if (!(await between(start + indices.length))) return null;
  }
  const [loss = Number.NaN, accuracy = Number.NaN, ...parts] = sums.map((sum) => sum / samples.length);
  return { loss, accuracy, heads: headFigures(parts), predicted, outputs: kept?.outputs ?? null };
}

/** More numbers than this are not kept for a closer look: 16 MB. */
const MOST_OUTPUTS = 4e6;

interface KeptOutputs {
  readonly outputs: TestOutputs;
  add(start: number, given: ArrayLike<number>): void;
}

/** Null where the first output is no row of numbers, or where there are too many. */
function createOutputs({ trunk, heads }: Objective, count: number): KeptOutputs | null {
  const [shape] = [trunk.outputs[0]?.shape ?? []];
  const [kind, width] = [heads[0]?.kind, shape[1]];
  if (kind === undefined || shape.length !== 2 || typeof width !== 'number' || count * width > MOST_OUTPUTS)
    return null;
  const given = new Float32Array(count * width);
  return {
    outputs: { kind, width, given, wanted: null },
    add: (start, values) => given.set(values, start * width),
  };
}

interface BatchEvaluation {
  readonly figures: readonly number[];
  readonly classes: ArrayLike<number>;
  /** Of the first output, row by row; empty where it is not kept. */
  readonly given: ArrayLike<number>;
}

/** Loss and score of everything together, then of each output where there are several; and the predicted classes. */
async function evaluateBatch(
  objective: Objective,
  {
    feed,
    indices,
    keepsOutputs,
  }: { readonly feed: PlainFeed; readonly indices: Uint32Array; readonly keepsOutputs: boolean },
): Promise<BatchEvaluation> {
  const { all, predicted, given } = tf.tidy(() => {
    const batch = feed.batch(indices);
    const outputs = objective.outputs(batch.inputs, { training: false });
    const overall = tf.stack([objective.loss(outputs, batch), objective.score(outputs, batch)]);
    const figures = outputs.length === 1 ? overall : tf.concat([overall, objective.figures(outputs, batch)]);
    const given = keepsOutputs ? objective.probabilities(outputs) : tf.tensor1d([]);
    return { all: figures, predicted: predictedClasses(objective, outputs), given };
  });
  const [figures, classes, values] = await Promise.all([all.data(), predicted.data(), given.data()]);
  tf.dispose([all, predicted, given]);
  return { figures: Array.from(figures), classes, given: values };
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

interface Tested {
  readonly objective: Objective;
  readonly plan: { readonly outputs: readonly string[] };
}

/** What came out against the target of the first output; null: the network's own input. */
export function testReport(evaluation: Evaluation, target: TargetColumn | null, tested: Tested): TestReport {
  const heads = headResults(evaluation, tested);
  const { accuracy, loss, predicted, outputs } = evaluation;
  const isOfClasses = target?.kind === 'classes';
  const labels = isOfClasses ? target.classes : new Uint16Array();
  const wanted = target === null || isOfClasses ? null : target.values;
  return {
    count: predicted.length,
    accuracy,
    loss,
    confusion: isOfClasses ? confusionMatrix(labels, predicted, target.width) : [],
    predicted,
    labels,
    outputs: outputs === null ? null : { ...outputs, wanted },
    ...(heads.length > 0 ? { heads } : {}),
  };
}

/** Of each output, by the name of its layer; empty where there is only one. */
export function headResults({ heads }: Evaluation, { objective, plan }: Tested): readonly HeadResult[] {
  return heads.map((figures, index) => ({
    name: plan.outputs[index] ?? '',
    kind: objective.heads[index]?.kind ?? 'classes',
    ...figures,
  }));
}
