import * as tf from '@tensorflow/tfjs';
import type { BackendName } from '@/lib/training/protocol';
import { createOptimizer, type TrainedWeight } from '@/lib/training/worker/optimizers/optimizer';
import { DEFAULT_TRAINING } from '@/lib/document/training-settings';

const STEPS = 10;
const RATE = 0.05;

/** Shapes of every rank, with odd sizes: a graphics card packs numbers by fours. */
const SHAPES: readonly (readonly number[])[] = [[1], [7], [5, 3], [3, 3, 2, 5]];

type Step = (loss: () => tf.Scalar) => void;

async function trainedBy(stepOf: (variables: tf.Variable[]) => Step): Promise<readonly Float32Array[]> {
  const variables = SHAPES.map((shape, index) =>
    tf.variable(tf.randomUniform([...shape], -1, 1, 'float32', index + 1)),
  );
  const aims = SHAPES.map((shape, index) => tf.randomUniform([...shape], -1, 1, 'float32', index + 10));
  const loss = (): tf.Scalar =>
    tf.addN(variables.map((variable, index) => tf.sum(tf.square(tf.sub(variable, aims[index] ?? 0))))) as tf.Scalar;
  const learn = stepOf(variables);
  for (let step = 0; step < STEPS; step += 1) learn(loss);
  return Promise.all(variables.map(async (variable) => Float32Array.from(await variable.data())));
}

function ourAdam(variables: tf.Variable[]): Step {
  const settings = { ...DEFAULT_TRAINING.optimizer, name: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } as const;
  const weights = variables.map((variable): TrainedWeight => ({ name: variable.name, variable }));
  const optimizer = createOptimizer(settings, weights);
  return (loss) => {
    const { grads } = tf.variableGrads(loss, variables);
    optimizer.apply(
      variables.flatMap(({ name }) => grads[name] ?? []),
      RATE,
    );
    tf.dispose(grads);
  };
}

/** The largest difference between our Adam's variables and tfjs's after some steps on a backend. */
export async function adamDifference(backend: BackendName): Promise<number> {
  await tf.setBackend(backend);
  const ours = await trainedBy(ourAdam);
  const stock = await trainedBy((variables) => {
    const adam = tf.train.adam(RATE, 0.9, 0.999, 1e-7);
    return (loss) => void adam.minimize(loss, false, variables);
  });
  return Math.max(
    ...ours.flatMap((values, index) => [...values].map((value, at) => Math.abs(value - (stock[index]?.[at] ?? NaN)))),
  );
}
