import * as tf from '@tensorflow/tfjs';
import type { UpdateRule } from '@/lib/training/worker/optimizers/update-rule';

interface Constants {
  readonly initialAccumulator: number;
  readonly epsilon: number;
}

/**
 * s ← s + g², θ ← θ − α g / √(s + ε) (Duchi, Hazan & Singer 2011). The sum starts above 0 and epsilon stands under the
 * root as in Keras; PyTorch adds epsilon to the root.
 */
export function createAdagrad({ initialAccumulator, epsilon }: Constants): UpdateRule<'squares'> {
  return {
    slots: { squares: initialAccumulator },
    update({ value, gradient, squares: old }, { rate }) {
      const squares = tf.add(old, tf.square(gradient));
      const change = tf.div(tf.mul(gradient, rate), tf.sqrt(tf.add(squares, epsilon)));
      return { value: tf.sub(value, change), squares };
    },
  };
}
