import * as tf from '@tensorflow/tfjs';
import type { KerasCall, LayerDefinition, Site } from '@/lib/layers/definition';
import { KERAS_CLASSES } from '@/lib/layers/keras-classes';
import type { Fields, Params, ParamsOf } from '@/lib/layers/fields';
import { checkParams } from '@/lib/layers/check-params';
import { elementCount, type Shape, tensorType } from '@/lib/core/tensor-type';
import { CUSTOM_LAYERS } from '@/lib/training/worker/custom-layers';
import { registerOrthogonal } from '@/lib/training/worker/orthogonal';
import { createRandom } from '@/lib/core/random';

registerOrthogonal();

type LayerFactory = (args: Readonly<Record<string, unknown>>) => tf.layers.Layer;

export type AnySite = Site<ParamsOf<Fields>>;

/** One layer of the definition, as tfjs builds it from the Keras facet, with weights and inputs that are never special. */
export interface BuiltLayer {
  readonly site: AnySite;
  readonly model: tf.LayersModel;
  /** One batch of `samples` for every input. */
  readonly inputs: readonly tf.Tensor[];
  /** The inputs are whole numbers below this, where the layer says so. */
  readonly vocabulary: number | null;
}

export function siteOf(definition: LayerDefinition, example: { params: Params; inputs: readonly Shape[] }): AnySite {
  const { params, problems } = checkParams(definition.fields, example.params);
  if (problems.length > 0) throw new Error(`the parameters are refused: ${JSON.stringify(problems)}`);
  const inputs = example.inputs.map((shape) => tensorType(...shape));
  const output = definition.infer({ params, inputs });
  if (!output.ok) throw new Error(`the inputs are refused: ${JSON.stringify(output.error)}`);
  return { params, inputs, output: output.value };
}

export function buildLayer(definition: LayerDefinition, site: AnySite, { samples }: { samples: number }): BuiltLayer {
  const calls = definition.keras(site);
  const shapes = definition.inputs.arity === 'none' ? [site.output.shape] : site.inputs.map(({ shape }) => shape);
  const symbols = shapes.map((shape) => tf.input({ shape: [...shape] }));
  const output = calls.reduce<tf.SymbolicTensor | tf.SymbolicTensor[]>(
    (previous, call) => applyCall(call, previous),
    symbols.length === 1 ? (symbols[0] ?? []) : symbols,
  );
  const model = tf.model({ inputs: symbols, outputs: output });
  model.setWeights(model.weights.map((weight, index) => randomWeight(weight.name, weight.shape, index)));
  const vocabulary = definition.vocabulary?.(site.params) ?? null;
  const inputs = shapes.map((shape, index) => {
    const given = [samples, ...shape];
    if (vocabulary === null) return randomTensor(given, { seed: 100 + index, from: -1, to: 1 });
    return tf.floor(randomTensor(given, { seed: 100 + index, from: 0, to: vocabulary }));
  });
  return { site, model, inputs, vocabulary };
}

export function predict({ model }: BuiltLayer, inputs: readonly tf.Tensor[]): tf.Tensor {
  const output = model.predict([...inputs]);
  if (Array.isArray(output)) throw new Error('a layer has one output');
  return output;
}

export function randomTensor(
  shape: readonly number[],
  { seed, from, to }: { seed: number; from: number; to: number },
): tf.Tensor {
  const random = createRandom(seed);
  const values = Float32Array.from(
    { length: elementCount(shape) },
    () => from + (to - from) * (random.next() / 2 ** 32),
  );
  return tf.tensor(values, [...shape]);
}

function applyCall(call: KerasCall, previous: tf.SymbolicTensor | tf.SymbolicTensor[]) {
  // An input layer is not applied to anything: it is what `tf.input` has made.
  if (call.callee === 'InputLayer') return previous;
  return newLayer(call).apply(previous) as tf.SymbolicTensor;
}

export function newLayer({ callee, args }: KerasCall): tf.layers.Layer {
  const entry = KERAS_CLASSES[callee];
  if (entry.custom) {
    const Custom = CUSTOM_LAYERS[callee as keyof typeof CUSTOM_LAYERS] as new (args: object) => tf.layers.Layer;
    return new Custom({ ...args });
  }
  const factory = (tf.layers as unknown as Readonly<Record<string, LayerFactory | undefined>>)[entry.factory];
  if (!factory) throw new Error(`tf.layers has no ${entry.factory}`);
  return factory(withConstants(args));
}

/** The plan's numbers stand for constants; tfjs wants them made. */
function withConstants(args: KerasCall['args']): Readonly<Record<string, unknown>> {
  const entries = Object.entries(args).map(([key, value]): readonly [string, unknown] => {
    const isConstant = key.endsWith('Initializer') && typeof value === 'number';
    return [key, isConstant ? tf.initializers.constant({ value }) : value];
  });
  return Object.fromEntries(entries);
}

/** A variance must be positive. */
function randomWeight(name: string, shape: readonly (number | null)[], index: number): tf.Tensor {
  const from = name.includes('variance') ? 0.5 : -1;
  return randomTensor(
    shape.map((size) => size ?? 1),
    { seed: 200 + index, from, to: from + 1.7 },
  );
}
