import * as tf from '@tensorflow/tfjs';

/**
 * Values to be handed over to the page. wasm reads into an array of its own; elsewhere what was given or is read may be the
 * very values of a tensor, or of two.
 */
export function ownValues(values: Float32Array | Int32Array | Uint8Array): Float32Array {
  return tf.getBackend() === 'wasm' && values instanceof Float32Array ? values : Float32Array.from(values);
}
