import * as tf from '@tensorflow/tfjs';
import type { UpdateRule } from '@/lib/training/worker/optimizers/update-rule';

interface Constants {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/**
 * m ← β₁ m + (1 − β₁) g, u ← max(β₂ u, |g|), θ ← θ − α / (1 − β₁ᵗ) · m / (u + ε) (Kingma & Ba 2015, algorithm 2; epsilon
 * as in Keras, the paper has none).
 */
export function createAdamax({ beta1, beta2, epsilon }: Constants): UpdateRule<'first' | 'largest'> {
  return {
    slots: { first: 0, largest: 0 },
    update(tensors, { rate, step }) {
      const { value, gradient } = tensors;
      const first = tf.add(tf.mul(tensors.first, beta1), tf.mul(gradient, 1 - beta1));
      const largest = tf.maximum(tf.mul(tensors.largest, beta2), tf.abs(gradient));
      const change = tf.mul(tf.div(first, tf.add(largest, epsilon)), rate / (1 - beta1 ** step));
      return { value: tf.sub(value, change), first, largest };
    },
  };
}
