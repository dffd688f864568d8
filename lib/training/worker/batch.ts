import type * as tf from '@tensorflow/tfjs';

export interface Batch {
  /** batch × the shape of a sample, scaled. */
  readonly inputs: tf.Tensor;
  /** batch × width of each target of the data set: one-hot for classes. */
  readonly targets: readonly tf.Tensor2D[];
}
