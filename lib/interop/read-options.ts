import type { Json, JsonObject } from '@/lib/core/json';
import { entryOf, listOf, recordOf, textOf } from '@/lib/interop/json-access';

/** A config that remembers what was asked of it. */
export interface TrackedConfig {
  readonly config: JsonObject;
  /** In the file's spelling, the options that were not asked for and say something: they are lost. */
  leftOut(): readonly string[];
}

export function trackConfig(config: JsonObject): TrackedConfig {
  const asked = new Set<string>();
  return {
    config: watched(config, (key) => void asked.add(key)),
    leftOut: () =>
      Object.entries(config)
        .filter(([key, value]) => !asked.has(key) && !BOOKKEEPING.has(key) && !saysNothing(key, value))
        .map(([key]) => snakeCase(key)),
  };
}

/** A view of a config that tells which keys are asked for. */
export function watched(config: JsonObject, onAsked: (key: string) => void): JsonObject {
  const noted = (key: string | symbol) => {
    if (typeof key === 'string') onAsked(key);
  };
  return new Proxy(config, {
    get(target, key) {
      noted(key);
      return Reflect.get(target, key) as unknown;
    },
    getOwnPropertyDescriptor(target, key) {
      noted(key);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
  });
}

/**
 * The config as it is, without the start values of its bias, and without any, for a layer that has not that choice: they only
 * matter to a training anew.
 */
export const SIMPLER_STARTS: readonly ((config: JsonObject) => JsonObject)[] = [
  (config) => config,
  (config) => without(config, (key) => key === 'biasInitializer'),
  (config) => without(config, (key) => key.endsWith('Initializer')),
];

function without(config: JsonObject, isLeftOut: (key: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(config).filter(([key]) => !isLeftOut(key)));
}

/** What Keras keeps for itself, or what holds for this product as it does for the file. */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  'name',
  'batchInputShape',
  'batchShape',
  'inputShape',
  'inputDim',
  'inputLength',
  'inputDtype',
  'dataFormat',
  'sparse',
  'ragged',
  'optional',
  'seed',
  'fused',
  'implementation',
  'autocast',
  'supportsMasking',
  'sharedObjectId',
  'unitForgetBias',
  'zeroOutputForMask',
  'synchronized',
  'flashAttention',
  'virtualBatchSize',
]);

/** What the weights start from in every layer that does not say. */
const USUAL_STARTS: Readonly<Record<string, string>> = {
  kernelInitializer: 'glorotUniform',
  depthwiseInitializer: 'glorotUniform',
  pointwiseInitializer: 'glorotUniform',
  recurrentInitializer: 'orthogonal',
  embeddingsInitializer: 'randomUniform',
  biasInitializer: 'zeros',
  betaInitializer: 'zeros',
  gammaInitializer: 'ones',
  movingMeanInitializer: 'zeros',
  movingVarianceInitializer: 'ones',
  alphaInitializer: 'zeros',
};

/** Absent, off, or what goes without saying. */
function saysNothing(key: string, value: Json): boolean {
  if (key === 'trainable') return value !== false;
  if (key === 'dtype') return isFloat32(value);
  if (key.endsWith('Initializer')) return value === null || value === USUAL_STARTS[key];
  if (value === null || value === false || value === 0 || value === 1 || value === 'linear') return true;
  const entries = listOf(value) ?? Object.values(recordOf(value) ?? { some: 1 });
  return entries.length === 0 || (listOf(value)?.every((entry) => entry === 1) ?? false);
}

function isFloat32(dtype: Json): boolean {
  const name = textOf(dtype) ?? textOf(entryOf(entryOf(dtype, 'config'), 'name'));
  // The type of the data itself is the data set's business.
  return name === null || name === 'float32' || /^u?int|^bool|^string/.test(name);
}

function snakeCase(text: string): string {
  return text.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}
