import * as tf from '@tensorflow/tfjs';
import type { StepResult } from '@/lib/training/worker/learner';

export interface BatchResults {
  /** Mean loss of each batch. */
  readonly losses: Float32Array;
  /** Mean score of each batch. */
  readonly scores: Float32Array;
  readonly sizes: readonly number[];
}

/**
 * Keeps each batch's loss and score on the backend and reads many at once: a read per batch would make the graphics card
 * wait.
 */
export interface BatchLog {
  /** Takes over both tensors. */
  add(result: StepResult, size: number): void;
  readonly count: number;
  /** What was added since the last read. */
  read(): Promise<BatchResults>;
  dispose(): void;
}

export function createBatchLog(): BatchLog {
  let results: StepResult[] = [];
  let sizes: number[] = [];

  function dispose(): void {
    for (const { loss, score } of results) tf.dispose([loss, score]);
    [results, sizes] = [[], []];
  }

  return {
    add: (result, size) => {
      results.push(result);
      sizes.push(size);
    },
    get count() {
      return results.length;
    },
    read: async () => {
      const stacked = tf.tidy(() => tf.stack(results.flatMap(({ loss, score }) => [loss, score])));
      const readSizes = sizes;
      dispose();
      const values = await stacked.data();
      stacked.dispose();
      return {
        losses: Float32Array.from(readSizes, (_, at) => values[2 * at] ?? Number.NaN),
        scores: Float32Array.from(readSizes, (_, at) => values[2 * at + 1] ?? Number.NaN),
        sizes: readSizes,
      };
    },
    dispose,
  };
}
