import * as tf from '@tensorflow/tfjs';
import { elementCount, formatShape } from '@/lib/core/tensor-type';
import type { Prediction, TestReport, WorkerEvent } from '@/lib/training/protocol';
import { evaluateSamples, testReport } from '@/lib/training/worker/evaluate';
import { WorkerFailure } from '@/lib/training/worker/failure';
import { createHostFeed } from '@/lib/training/worker/feed';
import { createMacroTask } from '@/lib/training/worker/macro-task';
import type { Objective } from '@/lib/training/worker/objective';
import type { RunControl } from '@/lib/training/worker/run-control';
import type { Samples, TargetColumn } from '@/lib/training/worker/samples';
import type { Trained } from '@/lib/training/worker/trained';

/** On the whole test set; null when `control` stopped it. */
export async function testModel(
  ready: Trained,
  { control, emit }: { readonly control: RunControl; readonly emit: (event: WorkerEvent) => void },
): Promise<TestReport | null> {
  const { test } = ready.data;
  const macroTask = createMacroTask();
  try {
    const evaluation = await evaluateSamples({
      objective: ready.objective,
      feed: createHostFeed(test, ready.scaler),
      samples: Uint32Array.from({ length: test.count }, (_, index) => index),
      keepsOutputs: true,
      between: async (done) => {
        emit({ kind: 'evaluate-progress', done, total: test.count });
        await macroTask.next();
        return !control.stopped;
      },
    });
    return evaluation && testReport(evaluation, learnedColumn(test, ready.objective), ready);
  } finally {
    macroTask.dispose();
  }
}

export function predictSamples(ready: Trained, indices: readonly number[]): Promise<readonly Prediction[]> {
  const feed = createHostFeed(ready.data.test, ready.scaler);
  return predictionsOf(ready, () => feed.batch(Uint32Array.from(indices)).inputs);
}

/** `values` of the network's input shape, as the data set keeps them. */
export async function predictImage(ready: Trained, values: Float32Array): Promise<Prediction> {
  const { inputShape } = ready.plan;
  if (values.length !== elementCount(inputShape)) {
    const detail = `${values.length} values given, the network takes ${formatShape(inputShape)}`;
    throw new WorkerFailure('training/shape-mismatch', detail);
  }
  const [first] = await predictionsOf(ready, () => tf.tensor(ready.scaler.unit(values.slice()), [1, ...inputShape]));
  if (first === undefined) throw new WorkerFailure('training/internal', 'no prediction');
  return first;
}

async function predictionsOf({ objective }: Trained, input: () => tf.Tensor): Promise<readonly Prediction[]> {
  const output = tf.tidy(() => objective.probabilities(objective.outputs(input(), { training: false })));
  const values = await output.data();
  const [count = 0] = output.shape;
  const classes = output.size / count;
  output.dispose();
  return Array.from({ length: count }, (_, row) => prediction(values.subarray(row * classes, (row + 1) * classes)));
}

function prediction(probabilities: ArrayLike<number>): Prediction {
  const values = Array.from(probabilities);
  return { probabilities: values, label: values.indexOf(Math.max(...values)) };
}

/** The target of the first output; null where that is the network's own input. */
function learnedColumn({ targets }: Samples, { heads: [first] }: Objective): TargetColumn | null {
  return first === undefined || first.target === 'input' ? null : (targets[first.target] ?? null);
}
