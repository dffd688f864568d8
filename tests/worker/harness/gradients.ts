import * as tf from '@tensorflow/tfjs';
import { elementCount } from '@/lib/core/tensor-type';
import type { Example, LayerDefinition } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { LAYER_TYPES, layerDefinition } from '@/lib/layers/registry';
import type { BackendName } from '@/lib/training/protocol';
import { createRandom } from '@/lib/core/random';
import { type BuiltLayer, buildLayer, siteOf } from '@/tests/layers/built-layer';

/** More than one: a gradient that mixes samples up is found. */
const SAMPLES = 2;
/** Inputs lie between minus this and this. */
const REACH = 1.5;

export interface LayerGradient {
  readonly type: string;
  /** Which example of the layer, or null where the layer as a whole cannot be trained in the browser. */
  readonly title: string | null;
  /** Measured against computed, as a share of the gradient's size; the worst input or weight. Null: not trainable. */
  readonly deviation: number | null;
  /** What failed, if anything threw. */
  readonly fault?: string;
}

type AnyExample = Example<ParamsOf<Fields>>;

/**
 * Every example of every layer there is: the gradient of a random projection of its output, as the backend computes it, for
 * every input and every trainable weight, against central finite differences along a random direction.
 */
export async function layerGradients(backend: BackendName, types = LAYER_TYPES): Promise<readonly LayerGradient[]> {
  await tf.setBackend(backend);
  await tf.ready();
  const results: LayerGradient[] = [];
  for (const type of types) {
    const definition: LayerDefinition | null = layerDefinition(type);
    if (definition === null) continue;
    for (const example of definition.examples) results.push(await gradientOf(definition, example));
  }
  return results;
}

async function gradientOf(definition: LayerDefinition, example: AnyExample): Promise<LayerGradient> {
  const { type } = definition;
  if ((definition.browserLimits?.(example.params) ?? []).length > 0) return { type, title: null, deviation: null };
  tf.engine().startScope();
  try {
    return { type, title: example.title, deviation: await deviationOf(definition, example) };
  } catch (error) {
    return { type, title: example.title, deviation: Infinity, fault: String(error) };
  } finally {
    tf.engine().endScope();
    tf.disposeVariables();
  }
}

async function deviationOf(definition: LayerDefinition, example: AnyExample): Promise<number> {
  return worstDeviation(buildLayer(definition, siteOf(definition, example), { samples: SAMPLES }));
}

/** The same measure of layers that TensorFlow.js has wrong, so that the check is seen to find what it is there for. */
export async function stockDeviations(): Promise<Readonly<Record<string, number>>> {
  await tf.setBackend('cpu');
  const layers = {
    averagePooling2d: tf.layers.averagePooling2d({ poolSize: 3, strides: 2, padding: 'same' }),
    upSampling2d: tf.layers.upSampling2d({ size: [2, 2] }),
  };
  const found: Record<string, number> = {};
  for (const [name, layer] of Object.entries(layers)) {
    const input = tf.input({ shape: [5, 4, 2] });
    const model = tf.model({ inputs: input, outputs: layer.apply(input) as tf.SymbolicTensor });
    found[name] = await worstDeviation({ model, inputs: [tf.zeros([SAMPLES, 5, 4, 2])], vocabulary: null });
  }
  return found;
}

async function worstDeviation(built: Omit<BuiltLayer, 'site'>): Promise<number> {
  const { model, vocabulary } = built;
  const steps = ladders(built.inputs.map(({ shape }) => shape));
  const inputs = built.inputs.map((tensor, index) =>
    tf.variable(vocabulary === null ? tf.tensor(steps.values[index] ?? [], tensor.shape) : tensor),
  );
  const weights = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  // A layer that draws at random must draw the same each time.
  const output = (): tf.Tensor => {
    for (const layer of model.layers) if ('step' in layer) layer.step = 0;
    return model.apply([...inputs], { training: true }) as tf.Tensor;
  };
  const factors = noise(SAMPLES * elementCount((model.outputs[0]?.shape ?? []).slice(1).map((size) => size ?? 1)), 12);
  const loss = (): tf.Scalar => {
    const result = output();
    return tf.sum(tf.mul(result, tf.tensor(factors, result.shape)));
  };
  const variables = [...(vocabulary === null ? inputs : []), ...weights];
  if (variables.length === 0) return 0;
  const { grads } = tf.variableGrads(loss, variables);
  const deviations: number[] = [];
  for (const [index, variable] of variables.entries()) {
    const gradient = await grads[variable.name]?.data();
    if (gradient === undefined) throw new Error(`no gradient reaches ${variable.name}`);
    const direction = noise(variable.size, 20 + index);
    const step = vocabulary === null && index < inputs.length ? steps.gap / 4 : 2 ** -8;
    deviations.push(await deviationAlong({ variable, gradient, direction, factors, output }, step));
  }
  return Math.max(...deviations);
}

interface Measured {
  readonly variable: tf.Variable;
  readonly gradient: ArrayLike<number>;
  readonly direction: Float32Array;
  readonly factors: Float32Array;
  readonly output: () => tf.Tensor;
}

/** Where the function bends within the step, a smaller step shows it; a gradient that is wrong stays so. */
async function deviationAlong(measured: Measured, step: number): Promise<number> {
  const { gradient, direction } = measured;
  const parts = Array.from(direction, (value, at) => value * (gradient[at] ?? NaN));
  const expected = parts.reduce((sum, part) => sum + part, 0);
  const scale = Math.max(Math.hypot(...parts), 0.05);
  let least = Infinity;
  for (const size of [step, step / 4, step * 4]) {
    const slope = await measuredSlope(measured, size);
    const deviation = Math.abs(slope - expected) / scale;
    if (Number.isNaN(deviation)) return Infinity;
    least = Math.min(least, deviation);
    if (least < 5e-4) break;
  }
  return least;
}

/** Projected in double precision, so that float32's sums do not drown the difference. */
async function measuredSlope({ variable, direction, factors, output }: Measured, step: number): Promise<number> {
  const start = tf.clone(variable);
  const along = tf.tensor(direction, variable.shape);
  const at = async (distance: number): Promise<ArrayLike<number>> => {
    variable.assign(tf.tidy(() => tf.add(start, tf.mul(along, distance))));
    const result = tf.tidy(output);
    const values = await result.data();
    result.dispose();
    return values;
  };
  const [ahead, behind] = [await at(step), await at(-step)];
  variable.assign(start);
  const difference = factors.reduce(
    (sum, factor, cell) => sum + factor * ((ahead[cell] ?? NaN) - (behind[cell] ?? NaN)),
    0,
  );
  return difference / (2 * step);
}

/**
 * Shuffled values with equal gaps between any two, over all inputs together, none of them zero: a step of less than half a
 * gap changes no maximum and passes no bend at zero.
 */
function ladders(shapes: readonly (readonly number[])[]): {
  readonly values: readonly Float32Array[];
  readonly gap: number;
} {
  const counts = shapes.map((shape) => shape.reduce((product, size) => product * size, 1));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const rungs = total + (total % 2);
  const gap = (2 * REACH) / rungs;
  const all = Float32Array.from({ length: total }, (_, index) => (index - rungs / 2 + 0.5) * gap);
  const random = createRandom(11);
  for (let last = total - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [all[last], all[other]] = [all[other] ?? 0, all[last] ?? 0];
  }
  let from = 0;
  const values = counts.map((count) => all.slice(from, (from += count)));
  return { values, gap };
}

/** Values in [-1, 1), the same on every backend. */
function noise(count: number, seed: number): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length: count }, () => random.next() / 2 ** 31 - 1);
}
