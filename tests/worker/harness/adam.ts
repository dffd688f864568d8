import * as tf from '@tensorflow/tfjs';
import type { BackendName } from '@/lib/training/protocol';
import { AdamOptimizer } from '@/lib/training/worker/adam/adam-optimizer';

const STEPS = 10;

/** Shapes of every rank, with odd sizes: a graphics card packs numbers by fours. */
const SHAPES: readonly (readonly number[])[] = [[1], [7], [5, 3], [3, 3, 2, 5]];

async function trainedBy(optimizer: tf.Optimizer): Promise<readonly Float32Array[]> {
  const variables = SHAPES.map((shape, index) =>
    tf.variable(tf.randomUniform([...shape], -1, 1, 'float32', index + 1)),
  );
  const aims = SHAPES.map((shape, index) => tf.randomUniform([...shape], -1, 1, 'float32', index + 10));
  const loss = (): tf.Scalar =>
    tf.addN(variables.map((variable, index) => tf.sum(tf.square(tf.sub(variable, aims[index] ?? 0))))) as tf.Scalar;
  for (let step = 0; step < STEPS; step += 1) optimizer.minimize(loss, false, variables);
  return Promise.all(variables.map(async (variable) => Float32Array.from(await variable.data())));
}

/** The largest difference between our Adam's variables and tfjs's after some steps on a backend. */
export async function adamDifference(backend: BackendName): Promise<number> {
  await tf.setBackend(backend);
  const settings = { learningRate: 0.05, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };
  const ours = await trainedBy(new AdamOptimizer(settings));
  const stock = await trainedBy(tf.train.adam(0.05, 0.9, 0.999, 1e-7));
  return Math.max(
    ...ours.flatMap((values, index) => [...values].map((value, at) => Math.abs(value - (stock[index]?.[at] ?? NaN)))),
  );
}
