import * as tf from '@tensorflow/tfjs';
import type { UpdateRule } from '@/lib/training/worker/optimizers/update-rule';

/**
 * v ← μ v + g, θ ← θ − α v (Polyak 1964), with the rate outside of the velocity as in PyTorch and TensorFlow (Sutskever et
 * al. 2013 have it inside, which differs only while the rate changes).
 */
export function createMomentum({ momentum }: { readonly momentum: number }): UpdateRule<'velocity'> {
  return {
    slots: { velocity: 0 },
    update({ value, gradient, velocity: old }, { rate }) {
      const velocity = tf.add(tf.mul(old, momentum), gradient);
      return { value: tf.add(tf.mul(velocity, -rate), value), velocity };
    },
  };
}
