import * as tf from '@tensorflow/tfjs';
import { mixSeeds } from '@/lib/core/random';

interface InitializerJson {
  class_name: string;
  config: { seed?: number };
}

/** A layer as `model.toJSON` writes it. */
interface LayerJson {
  config: { seed?: number } & { [name in `${(typeof RANDOM)[number]}_initializer`]?: InitializerJson | string };
}

/** Weights that start at random; the others start from constants. */
const RANDOM = ['kernel', 'depthwise', 'pointwise', 'recurrent', 'embeddings'] as const;

/**
 * The same network with a seed for every random kernel and dropout, so that training starts alike each time. The model
 * given is disposed.
 */
export async function seedModel(model: tf.LayersModel, seed: number): Promise<tf.LayersModel> {
  const json = model.toJSON(null, false) as unknown as { config: { layers: LayerJson[] } };
  json.config.layers.forEach(({ config }, index) => {
    const own = mixSeeds(seed, index);
    if (config.seed !== undefined) config.seed = own;
    RANDOM.forEach((weight, place) => {
      const initializer = config[`${weight}_initializer`];
      if (initializer === undefined) return;
      config[`${weight}_initializer`] = withSeed(initializer, place === 0 ? own : mixSeeds(own, place));
    });
  });
  model.dispose();
  return tf.models.modelFromJSON(json as unknown as Parameters<typeof tf.models.modelFromJSON>[0]);
}

/** An initializer may be a bare name, such as 'glorotUniform'. */
function withSeed(initializer: InitializerJson | string, seed: number): InitializerJson {
  if (typeof initializer !== 'string') return { ...initializer, config: { ...initializer.config, seed } };
  const className = initializer.charAt(0).toUpperCase() + initializer.slice(1);
  return { class_name: className, config: { seed } };
}
