import * as tf from '@tensorflow/tfjs';
import type { UpdateRule } from '@/lib/training/worker/optimizers/update-rule';

/**
 * Nesterov's momentum as Sutskever et al. 2013 rewrote it, with the gradient taken where the weights are:
 * v ← μ v + g, θ ← θ − α (g + μ v), as PyTorch and TensorFlow have it.
 */
export function createNesterov({ momentum }: { readonly momentum: number }): UpdateRule<'velocity'> {
  return {
    slots: { velocity: 0 },
    update({ value, gradient, velocity: old }, { rate }) {
      const velocity = tf.add(tf.mul(old, momentum), gradient);
      const ahead = tf.add(gradient, tf.mul(velocity, momentum));
      return { value: tf.add(tf.mul(ahead, -rate), value), velocity };
    },
  };
}
