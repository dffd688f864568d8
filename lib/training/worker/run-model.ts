import * as tf from '@tensorflow/tfjs';
import { elementCount, formatShape } from '@/lib/core/tensor-type';
import type { ModelPlan } from '@/lib/compile/plan';
import type { ReplyOf, RequestOf } from '@/lib/training/protocol';
import { buildModel, readWeights, writeWeights } from '@/lib/training/worker/build-model';
import { WorkerFailure } from '@/lib/training/worker/failure';

/** Builds a model on the backend in use and runs it on samples (one or several in a row per input array). */
export async function runModel({
  plan,
  model: json,
  weights,
  inputs,
}: RequestOf<'run-model'>): Promise<ReplyOf<'run-model'>> {
  const model = await buildModel(plan, json);
  try {
    if (weights !== null) writeWeights(plan, model, weights);
    const outputs = await Promise.all(inputs.map((input) => outputOf(plan, model, input)));
    return { outputs, weights: await readWeights(plan, model), params: model.countParams() };
  } finally {
    model.dispose();
  }
}

async function outputOf(plan: ModelPlan, model: tf.LayersModel, input: Float32Array): Promise<Float32Array> {
  const count = input.length / elementCount(plan.inputShape);
  if (!Number.isInteger(count) || count === 0) {
    const detail = `${input.length} values given, the network takes ${formatShape(plan.inputShape)}`;
    throw new WorkerFailure('training/shape-mismatch', detail);
  }
  const output = tf.tidy(() => model.predict(tf.tensor(input, [count, ...plan.inputShape])) as tf.Tensor);
  const values = await output.data();
  output.dispose();
  return Float32Array.from(values);
}
