import * as tf from '@tensorflow/tfjs';
import type { UpdateRule } from '@/lib/training/worker/optimizers/update-rule';

/** Stochastic gradient descent: θ ← θ − α g (Robbins & Monro 1951). */
export function createSgd(): UpdateRule<never> {
  return {
    slots: {},
    update: ({ value, gradient }, { rate }) => ({ value: tf.add(tf.mul(gradient, -rate), value) }),
  };
}
