import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import type { JsonObject } from '@/lib/core/json';
import { elementCount, type Shape } from '@/lib/core/tensor-type';
import type { ModelPlan, PlanLayer } from '@/lib/compile/plan';
import { buildModel } from '@/lib/training/worker/build-model';
import { createRandom, type Random } from '@/lib/core/random';

/** A model as the app builds it and as its exported code does; both must be the same function. */
export interface ModelPair {
  readonly name: string;
  readonly plan: ModelPlan;
  /** What the app builds the model from. */
  readonly model: JsonObject;
  /** Plan name → name in the exported code. */
  readonly names: Readonly<Record<string, string>>;
  readonly comparesOutputs: boolean;
}

export interface Comparison {
  readonly name: string;
  readonly appParams: number;
  readonly exportedParams: number;
  /** The layers, if any, whose weights or outputs have other shapes in one of the models than the plan says. */
  readonly unlike: readonly string[];
  /** The largest difference between outputs on the same weights and inputs; null where only the counts are compared. */
  readonly difference: number | null;
  /** How far the outputs spread: a comparison of constants proves nothing. */
  readonly spread: number;
}

/** The largest networks take seconds for each. */
const MANY_PARAMS = 1_000_000;

/** One number for one sample is no spread. */
function sampleCount({ params, outputShape }: ModelPlan): number {
  return params > MANY_PARAMS && elementCount(outputShape) > 1 ? 1 : 2;
}

/** Reports on standard output, one JSON line per pair. */
export async function compareModels(
  pairs: readonly ModelPair[],
  exported: Readonly<Record<string, () => tf.LayersModel>>,
): Promise<void> {
  await tf.setBackend('wasm');
  skipInitialization();
  for (const pair of pairs) {
    const createModel = exported[pair.name];
    if (createModel === undefined) throw new Error(`there is no exported model of ${pair.name}`);
    console.log(JSON.stringify(await compare(pair, createModel)));
  }
}

/** One after the other: the largest need half a gigabyte each. */
async function compare(pair: ModelPair, createModel: () => tf.LayersModel): Promise<Comparison> {
  const theirs = await examine(createModel(), pair, (name) => pair.names[name] ?? name);
  const ours = await examine(await buildModel(pair.plan, pair.model), pair, (name) => name);
  const differences = ours.output.map((value, index) => Math.abs(value - (theirs.output[index] ?? NaN)));
  return {
    name: pair.name,
    appParams: ours.params,
    exportedParams: theirs.params,
    unlike: [...new Set([...ours.unlike, ...theirs.unlike])],
    // Math.max lets a NaN through to the end; a comparison by hand would forget it at the next number.
    difference: pair.comparesOutputs ? differences.reduce((most, each) => Math.max(most, each), 0) : null,
    // Not spread out as arguments: a segmentation's output has more values than a call can take.
    spread:
      ours.output.reduce((most, each) => Math.max(most, each), -Infinity) -
      ours.output.reduce((least, each) => Math.min(least, each), Infinity),
  };
}

async function examine(model: tf.LayersModel, pair: ModelPair, nameOf: (name: string) => string) {
  const params = model.countParams();
  const unlike = pair.plan.layers.filter((layer) => !isLike(model.getLayer(nameOf(layer.name)), layer));
  let output = new Float32Array();
  if (pair.comparesOutputs) {
    for (const { name, weights } of pair.plan.layers) {
      const values = weights.map((weight) =>
        tf.tensor(drawn(weight.shape, `${name}/${weight.name}`), [...weight.shape]),
      );
      if (values.length > 0) model.getLayer(nameOf(name)).setWeights(values);
      tf.dispose(values);
    }
    const result = tf.tidy(() => joined(model.predict(inputOf(pair.plan, sampleCount(pair.plan)))));
    output = (await result.data()) as Float32Array<ArrayBuffer>;
    result.dispose();
  }
  model.dispose();
  return { params, output, unlike: unlike.map(({ name }) => name) };
}

function isLike(layer: tf.layers.Layer, { weights, outputShape }: PlanLayer): boolean {
  const shapes = layer.weights.map(({ shape }) => String(shape)).sort();
  const planned = weights.map(({ shape }) => String(shape)).sort();
  return String(shapes) === String(planned) && String(layer.outputShape.slice(1)) === String(outputShape);
}

/** The outputs of several heads one behind another. */
function joined(outputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
  return Array.isArray(outputs) ? tf.concat(outputs.map((output) => output.flatten())) : outputs;
}

/** Drawn like weights, but whole numbers for an embedding, which looks rows up by them. */
function inputOf({ inputShape, layers }: ModelPlan, samples: number): tf.Tensor {
  const shape = [samples, ...inputShape];
  const values = drawn(shape, 'input');
  const rows = layers.find(({ callee }) => callee === 'Embedding')?.args['inputDim'];
  if (typeof rows !== 'number') return tf.tensor(values, shape);
  return tf.tensor(
    values.map((value) => Math.floor(Math.abs(value) * 1e6) % rows),
    shape,
  );
}

/** A prime, so that the repetition falls in step with no weight's sizes. */
const TABLE_LENGTH = 65_521;
const table = drawTable(createRandom(1));

function drawTable(random: Random): Float32Array {
  return Float32Array.from({ length: TABLE_LENGTH }, () => random.next() / 2 ** 32);
}

/**
 * The same numbers for the same name, of a size that neither dies out nor saturates the softmax: kernels with the
 * variance of one over their inputs; vectors (biases, scales, variances) from 0.5 to 1.5.
 */
function drawn(shape: Shape, name: string): Float32Array {
  const count = elementCount(shape);
  const reach = Math.sqrt(3 / (count / (shape.at(-1) ?? 1)));
  const [from, to] = shape.length === 1 ? [0.5, 1.5] : [-reach, reach];
  const values = new Float32Array(count);
  let at = createRandom(...Array.from(name, (letter) => letter.charCodeAt(0))).below(TABLE_LENGTH);
  for (let index = 0; index < count; index++) {
    values[index] = from + (to - from) * (table[at] ?? 0);
    at = at + 1 === TABLE_LENGTH ? 0 : at + 1;
  }
  return values;
}

/** Every weight is set before use, and drawing 140 million of them twice takes a minute. */
function skipInitialization(): void {
  const varianceScaling: unknown = Object.getPrototypeOf(Object.getPrototypeOf(tf.initializers.glorotUniform({})));
  Object.assign(varianceScaling as object, { apply: (shape: number[]) => tf.zeros(shape) });
}
