import type { Json, JsonObject } from '@/lib/core/json';
import { takesSeed } from '@/lib/layers/keras-classes';
import type { ModelPlan, PlanLayer } from '@/lib/compile/plan';

/**
 * A plan as the JSON of a Keras 2 functional model, which `tf.models.modelFromJSON` and Keras itself read. Every
 * initializer carries a seed of its own, drawn from `seed` and the layer's name: the same seed gives the same weights,
 * also in a design that differs elsewhere. What draws at random while training gets a seed likewise.
 */
export function kerasJson(plan: ModelPlan, seed: number): JsonObject {
  return {
    class_name: 'Functional',
    config: {
      name: 'model',
      layers: plan.layers.map((layer) => toLayer(layer, seed)),
      input_layers: plan.inputs.map((name) => [name, 0, 0]),
      output_layers: plan.outputs.map((name) => [name, 0, 0]),
    },
    keras_version: '2.15.0',
    backend: 'tensorflow',
  };
}

function toLayer(layer: PlanLayer, seed: number): JsonObject {
  return {
    class_name: layer.callee,
    name: layer.name,
    config: { name: layer.name, trainable: true, dtype: 'float32', ...configOf(layer, seed) },
    inbound_nodes: layer.inputs.length === 0 ? [] : [layer.inputs.map((name) => [name, 0, 0, {}])],
  };
}

function configOf({ callee, name, args, weights, outputShape }: PlanLayer, seed: number): JsonObject {
  if (callee === 'InputLayer') return { batch_input_shape: [null, ...outputShape], sparse: false };
  const drawn = takesSeed(callee) ? { seed: seedFor(seed, name) } : {};
  const plain = Object.entries(args).filter(([key]) => !key.endsWith(INITIALIZER));
  return { ...snakeKeys(Object.fromEntries(plain)), ...drawn, ...startConfig({ name, args, weights }, seed) };
}

const INITIALIZER = 'Initializer';
const CONSTANTS = ['zeros', 'ones'];

/**
 * What the weights start from, each drawn with a seed of its own. A kernel that the call says nothing of is Glorot's; the
 * other weights start at Keras's defaults, which are constants: zeros, and ones for gamma and the variance.
 */
function startConfig({ name, args, weights }: Pick<PlanLayer, 'name' | 'args' | 'weights'>, seed: number): JsonObject {
  const hasKernel = weights.some((weight) => weight.name === 'kernel');
  const stated = Object.entries(args).filter(([key]) => key.endsWith(INITIALIZER));
  const starts = hasKernel
    ? { kernelInitializer: 'glorotUniform', ...Object.fromEntries(stated) }
    : Object.fromEntries(stated);
  const entries = Object.entries<Json>(starts).map(([key, value]) => {
    const weight = key.slice(0, -INITIALIZER.length);
    return [snakeCase(key), initializer(value, seedFor(seed, `${name}/${weight}`))] as const;
  });
  return Object.fromEntries(entries);
}

/** Of its name, or of the number that all values are. */
function initializer(start: Json, seed: number): JsonObject {
  if (typeof start === 'number') return { class_name: 'Constant', config: { value: start } };
  const text = typeof start === 'string' ? start : 'glorotUniform';
  return {
    class_name: text.charAt(0).toUpperCase() + text.slice(1),
    config: CONSTANTS.includes(text) ? {} : { seed },
  };
}

function snakeKeys(args: Readonly<Record<string, Json>>): JsonObject {
  const entries = Object.entries(args).map(([key, value]) => [snakeCase(key), functionName(key, value)] as const);
  return Object.fromEntries(entries);
}

/** Keras's names of functions have underscores too: `hard_sigmoid`. */
function functionName(key: string, value: Json): Json {
  return /activation$/i.test(key) && typeof value === 'string' ? snakeCase(value) : value;
}

function snakeCase(text: string): string {
  return text.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

/** A positive 31-bit number from a seed and a name: FNV-1a, with murmur3's finish so that near seeds lie far apart. */
function seedFor(seed: number, name: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed}/${name}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 1) + 1;
}
