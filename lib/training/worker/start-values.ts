import * as tf from '@tensorflow/tfjs';

type Initializer = ReturnType<typeof tf.initializers.zeros>;

/**
 * What a weight starts from: an initializer of TensorFlow.js by name, as 'heNormal', or as TensorFlow.js writes it to files,
 * with a seed; or the number that every value is.
 */
export type StartValues =
  | string
  | number
  | { readonly className: string; readonly config: { readonly seed?: number | null; readonly value?: number } };

/** The initializer of that name; `place` tells weights of one layer apart that share a seed. */
export function startValues(given: StartValues, place = 0): Initializer {
  if (typeof given === 'number') return tf.initializers.constant({ value: given });
  const { className, config } = typeof given === 'string' ? { className: given, config: {} } : given;
  const { classNameMap } = tf.serialization.SerializationMap.getMap();
  const known = Object.keys(classNameMap).find((name) => plain(name) === plain(className));
  const [constructor, fromConfig] = (known === undefined ? undefined : classNameMap[known]) ?? [];
  if (constructor === undefined || fromConfig === undefined) {
    throw new Error(`There are no start values called ${className}.`);
  }
  const { seed } = config;
  const placed = typeof seed === 'number' ? { ...config, seed: seed + place } : config;
  return fromConfig(constructor, placed) as unknown as Initializer;
}

/** 'he_normal', 'heNormal' and 'HeNormal' are one. */
function plain(name: string): string {
  return name.split('_').join('').toLowerCase();
}
