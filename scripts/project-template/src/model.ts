import * as tf from '@tensorflow/tfjs';

export const inputShape = [28, 28, 1];
export const classes = 10;

/** Stands in for the generated model, so that the files beside it are checked as they are. */
export function createModel(): tf.LayersModel {
  const input = tf.input({ name: 'input', shape: inputShape });
  const flat = tf.layers.flatten({ name: 'flat' }).apply(input) as tf.SymbolicTensor;
  const logits = tf.layers.dense({ name: 'logits', units: classes }).apply(flat) as tf.SymbolicTensor;
  const output = tf.layers.softmax({ name: 'output' }).apply(logits) as tf.SymbolicTensor;
  return tf.model({ name: 'standIn', inputs: input, outputs: output });
}
