import * as tf from '@tensorflow/tfjs';
import type { UpdateRule } from '@/lib/training/worker/optimizers/update-rule';

interface Constants {
  readonly decay: number;
  readonly epsilon: number;
}

/**
 * s ← ρ s + (1 − ρ) g², θ ← θ − α g / √(s + ε) (Hinton, "Neural Networks for Machine Learning", lecture 6e, 2012), with
 * epsilon under the root as in TensorFlow and Keras; PyTorch adds it to the root.
 */
export function createRmsprop({ decay, epsilon }: Constants): UpdateRule<'meanSquare'> {
  return {
    slots: { meanSquare: 0 },
    update({ value, gradient, meanSquare: old }, { rate }) {
      const meanSquare = tf.add(tf.mul(old, decay), tf.mul(tf.square(gradient), 1 - decay));
      const change = tf.div(tf.mul(gradient, rate), tf.sqrt(tf.add(meanSquare, epsilon)));
      return { value: tf.sub(value, change), meanSquare };
    },
  };
}
