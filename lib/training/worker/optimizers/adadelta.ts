import * as tf from '@tensorflow/tfjs';
import type { UpdateRule } from '@/lib/training/worker/optimizers/update-rule';

interface Constants {
  readonly rho: number;
  readonly epsilon: number;
}

/**
 * s ← ρ s + (1 − ρ) g², Δ = g √(d + ε) / √(s + ε), d ← ρ d + (1 − ρ) Δ², θ ← θ − α Δ (Zeiler 2012, algorithm 1, where
 * α = 1).
 */
export function createAdadelta({ rho, epsilon }: Constants): UpdateRule<'meanSquare' | 'meanChange'> {
  const blend = (old: tf.Tensor, by: tf.Tensor): tf.Tensor => tf.add(tf.mul(old, rho), tf.mul(tf.square(by), 1 - rho));
  return {
    slots: { meanSquare: 0, meanChange: 0 },
    update(tensors, { rate }) {
      const { value, gradient } = tensors;
      const meanSquare = blend(tensors.meanSquare, gradient);
      const roots = tf.div(tf.sqrt(tf.add(tensors.meanChange, epsilon)), tf.sqrt(tf.add(meanSquare, epsilon)));
      const change = tf.mul(gradient, roots);
      const meanChange = blend(tensors.meanChange, change);
      return { value: tf.sub(value, tf.mul(change, rate)), meanSquare, meanChange };
    },
  };
}
