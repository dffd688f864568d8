import type * as tf from '@tensorflow/tfjs';

type Call = (inputs: tf.Tensor | tf.Tensor[], kwargs: Record<string, unknown>) => tf.Tensor | tf.Tensor[];

/**
 * Makes frozen layers that keep statistics of what they see (batch normalization) go by the kept ones while the rest is
 * trained, as Keras does since 2.0; tfjs would normalize by each batch and go on changing the statistics.
 */
export function holdStatistics(model: tf.LayersModel): void {
  for (const layer of model.layers) {
    if (layer.trainable || !keepsStatistics(layer)) continue;
    const call: Call = layer.call.bind(layer);
    const held: Call = (inputs, kwargs) => call(inputs, { ...kwargs, training: false });
    Object.assign(layer, { call: held });
  }
}

/** Whether it has weights that no gradient trains, frozen or not. */
function keepsStatistics(layer: tf.layers.Layer): boolean {
  layer.trainable = true;
  const count = layer.nonTrainableWeights.length;
  layer.trainable = false;
  return count > 0;
}
