import * as tf from '@tensorflow/tfjs';
import type { UpdateRule } from '@/lib/training/worker/optimizers/update-rule';

interface Constants {
  readonly beta1: number;
  readonly lionBeta2: number;
}

/**
 * θ ← θ − α sign(β₁ m + (1 − β₁) g), m ← β₂ m + (1 − β₂) g (Chen et al., "Symbolic Discovery of Optimization Algorithms",
 * 2023, program 1).
 */
export function createLion({ beta1, lionBeta2 }: Constants): UpdateRule<'momentum'> {
  return {
    slots: { momentum: 0 },
    update({ value, gradient, momentum: old }, { rate }) {
      const direction = tf.sign(tf.add(tf.mul(old, beta1), tf.mul(gradient, 1 - beta1)));
      const momentum = tf.add(tf.mul(old, lionBeta2), tf.mul(gradient, 1 - lionBeta2));
      return { value: tf.sub(value, tf.mul(direction, rate)), momentum };
    },
  };
}
