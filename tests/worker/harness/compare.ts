import * as tf from '@tensorflow/tfjs';
import type { BackendName } from '@/lib/training/protocol';
import { createRandom } from '@/lib/core/random';
import { CASES, type Case } from './cases';

const BATCH = 3;

export interface Difference {
  readonly title: string;
  /** The largest difference as a share of the largest value. */
  readonly share: number;
}

interface Built {
  readonly model: tf.LayersModel;
  /** The input first, then the weights. */
  readonly variables: readonly tf.Variable[];
  readonly loss: () => tf.Scalar;
}

/** Values in [-1, 1), the same on every backend. */
function noise(count: number, seed: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length: count }, () => random.next() / 2 ** 31 - 1);
}

/** A shuffled ladder with steps of 0.05, three quarters of it below zero. */
function ladder(count: number, seed: number): Float32Array {
  const random = createRandom(seed);
  const values = Float32Array.from({ length: count }, (_, index) => (index - 0.75 * count) * 0.05);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [values[last], values[other]] = [values[other] ?? 0, values[last] ?? 0];
  }
  return values;
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** The loss is linear in the output, with fixed factors, so that every output value counts. */
function build({ inputShape, layers, spaced }: Case): Built {
  const shape = [BATCH, ...inputShape];
  const values = spaced ? ladder(sizeOf(shape), 11) : noise(sizeOf(shape), 11);
  const input = tf.variable(tf.tensor(values, shape));
  const symbolic = tf.input({ shape: [...inputShape] });
  const output = layers().reduce((tensor, layer) => layer.apply(tensor) as tf.SymbolicTensor, symbolic);
  const model = tf.model({ inputs: symbolic, outputs: output });
  const factorShape = [BATCH, ...output.shape.slice(1).map((size) => size ?? 1)];
  const factors = tf.tensor(noise(sizeOf(factorShape), 12), factorShape);
  const loss = (): tf.Scalar => tf.sum(tf.mul(model.apply(input, { training: true }) as tf.Tensor, factors));
  const weights = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  return { model, variables: [input, ...weights], loss };
}

async function outputAndGradients(aCase: Case): Promise<Float32Array[]> {
  const { model, variables, loss } = build(aCase);
  const output = model.apply(variables[0] as tf.Variable, { training: true }) as tf.Tensor;
  const { grads } = tf.variableGrads(loss, [...variables]);
  const tensors = [output, ...variables.map((variable) => grads[variable.name] as tf.Tensor)];
  return Promise.all(tensors.map(async (tensor) => Float32Array.from(await tensor.data())));
}

function shareApart(got: readonly Float32Array[], wanted: readonly Float32Array[]): number {
  return Math.max(
    ...wanted.map((values, index) => {
      const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
      const apart = values.map((value, at) => Math.abs(value - (got[index]?.[at] ?? Number.NaN)));
      return apart.some((difference) => Number.isNaN(difference))
        ? Number.POSITIVE_INFINITY
        : Math.max(...apart) / scale;
    }),
  );
}

/** Outputs and gradients of every case on a backend, against plain JavaScript's. */
export async function compareWithCpu(backend: BackendName): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  for (const aCase of CASES) {
    await tf.setBackend('cpu');
    const wanted = await outputAndGradients(aCase);
    await tf.setBackend(backend);
    const got = await outputAndGradients(aCase);
    differences.push({ title: aCase.title, share: shareApart(got, wanted) });
  }
  return differences;
}

async function valueOf(loss: () => tf.Scalar): Promise<number> {
  const value = tf.tidy(loss);
  const [number] = await value.data();
  value.dispose();
  return number ?? Number.NaN;
}

/** The slope of the loss when `variable` moves along `direction`, measured by two small steps. */
async function measuredSlope(
  loss: () => tf.Scalar,
  variable: tf.Variable,
  { direction, step }: { readonly direction: tf.Tensor; readonly step: number },
): Promise<number> {
  const start = tf.clone(variable);
  const at = async (distance: number): Promise<number> => {
    variable.assign(tf.add(start, tf.mul(direction, distance)));
    return valueOf(loss);
  };
  const slope = ((await at(step)) - (await at(-step))) / (2 * step);
  variable.assign(start);
  return slope;
}

/** Gradients of every case against finite differences, along one random direction per variable. */
export async function compareWithFiniteDifferences(backend: BackendName): Promise<readonly Difference[]> {
  await tf.setBackend(backend);
  const differences: Difference[] = [];
  const isFast = backend === 'cpu' || backend === 'wasm';
  for (const aCase of CASES.filter(({ everywhere }) => isFast || everywhere)) {
    const { variables, loss } = build(aCase);
    const { grads } = tf.variableGrads(loss, [...variables]);
    const shares = [];
    for (const [index, variable] of variables.entries()) {
      const direction = noise(variable.size, 20 + index);
      const gradient = await (grads[variable.name] as tf.Tensor).data();
      const expected = direction.reduce((sum, value, at) => sum + value * (gradient[at] ?? 0), 0);
      const scale = Math.hypot(...direction.map((value, at) => value * (gradient[at] ?? 0)));
      const measured = await measuredSlope(loss, variable, {
        direction: tf.tensor(direction, variable.shape),
        step: aCase.curved ? 0.001 : 0.01,
      });
      shares.push(Math.abs(measured - expected) / Math.max(scale, 1e-3));
    }
    differences.push({ title: aCase.title, share: Math.max(...shares) });
  }
  return differences;
}
