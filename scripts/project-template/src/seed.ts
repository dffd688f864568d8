import * as tf from '@tensorflow/tfjs';
import { mixSeeds } from '@/lib/training/worker/random';

interface LayerJson {
  config: { kernel_initializer?: { config: { seed?: number } }; seed?: number };
}

/**
 * The same network with a seed for every random kernel and dropout, so that training starts alike each time. The model
 * given is disposed.
 */
export async function seedModel(model: tf.LayersModel, seed: number): Promise<tf.LayersModel> {
  const json = model.toJSON(null, false) as unknown as { config: { layers: LayerJson[] } };
  json.config.layers.forEach(({ config }, index) => {
    if (config.kernel_initializer !== undefined) config.kernel_initializer.config.seed = mixSeeds(seed, index);
    if (config.seed !== undefined) config.seed = mixSeeds(seed, index);
  });
  model.dispose();
  return tf.models.modelFromJSON(json as unknown as Parameters<typeof tf.models.modelFromJSON>[0]);
}
