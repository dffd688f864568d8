import type * as tf from '@tensorflow/tfjs';

/** Name of the kernel that does one variable's step of Adam: registered for wasm, cpu and webgl, not for webgpu. */
export const ADAM_STEP = 'ShapeflowAdamStep';

export interface AdamConstants {
  readonly beta1: number;
  readonly beta2: number;
  /** The learning rate times √(1 − β₂ᵗ) / (1 − β₁ᵗ), which corrects both moments' bias at once (the paper's end of §2). */
  readonly rate: number;
  /** Epsilon times √(1 − β₂ᵗ): with it the corrected rate gives exactly the usual formula. */
  readonly epsilon: number;
}

export interface AdamTensors {
  readonly value: tf.TensorInfo;
  readonly gradient: tf.TensorInfo;
  readonly first: tf.TensorInfo;
  readonly second: tf.TensorInfo;
}

/** The new value, first and second moment of a variable. */
export type AdamResult = readonly [value: tf.TensorInfo, first: tf.TensorInfo, second: tf.TensorInfo];

export function constantsAt(
  step: number,
  settings: { readonly learningRate: number; readonly beta1: number; readonly beta2: number; readonly epsilon: number },
): AdamConstants {
  const { learningRate, beta1, beta2, epsilon } = settings;
  const root = Math.sqrt(1 - beta2 ** step);
  return { beta1, beta2, rate: (learningRate * root) / (1 - beta1 ** step), epsilon: epsilon * root };
}
