import * as tf from '@tensorflow/tfjs';

export interface BatchResults {
  /** Mean loss of each batch. */
  readonly losses: Float32Array;
  /** The share of each batch that was classified right. */
  readonly accuracies: Float32Array;
  readonly sizes: readonly number[];
}

/**
 * Keeps each batch's loss and predictions on the backend and reads many at once: a read per batch would make the
 * graphics card wait.
 */
export interface BatchLog {
  /** Takes over both tensors. */
  add(loss: tf.Scalar, predicted: tf.Tensor1D, truth: Uint8Array): void;
  readonly count: number;
  /** What was added since the last read. */
  read(): Promise<BatchResults>;
  dispose(): void;
}

function countRight(predicted: ArrayLike<number>, offset: number, truth: Uint8Array): number {
  let right = 0;
  truth.forEach((label, index) => {
    if (predicted[offset + index] === label) right += 1;
  });
  return right;
}

export function createBatchLog(): BatchLog {
  let losses: tf.Scalar[] = [];
  let predictions: tf.Tensor1D[] = [];
  let truths: Uint8Array[] = [];

  function dispose(): void {
    tf.dispose([losses, predictions]);
    [losses, predictions, truths] = [[], [], []];
  }

  return {
    add: (loss, predicted, truth) => {
      losses.push(loss);
      predictions.push(predicted);
      truths.push(truth);
    },
    get count() {
      return losses.length;
    },
    read: async () => {
      const stacked = tf.stack(losses);
      const joined = tf.concat1d(predictions);
      const sizes = truths.map((truth) => truth.length);
      const answers = truths;
      dispose();
      const [lossValues, predicted] = await Promise.all([stacked.data(), joined.data()]);
      tf.dispose([stacked, joined]);
      let offset = 0;
      const accuracies = Float32Array.from(answers, (truth) => {
        const right = countRight(predicted, offset, truth);
        offset += truth.length;
        return right / truth.length;
      });
      return { losses: Float32Array.from(lossValues), accuracies, sizes };
    },
    dispose,
  };
}
