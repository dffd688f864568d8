import * as tf from '@tensorflow/tfjs';
import type { GradientSettings } from '@/lib/core/learning';

/** Cuts gradients back as asked; the given ones are disposed where others take their place. */
export function clipGradients(
  gradients: readonly tf.Tensor[],
  { clipping, clipAt }: Pick<GradientSettings, 'clipping' | 'clipAt'>,
): readonly tf.Tensor[] {
  if (clipping === 'none') return gradients;
  const clipped = tf.tidy(() => (clipping === 'norm' ? byNorm : byValue)(gradients, clipAt));
  tf.dispose([...gradients]);
  return clipped;
}

/** g · c / max(c, ‖g‖) with the norm over all gradients together (Pascanu, Mikolov & Bengio 2013). */
function byNorm(gradients: readonly tf.Tensor[], clipAt: number): tf.Tensor[] {
  const norm = globalNorm(gradients);
  const factor = tf.div(clipAt, tf.maximum(norm, clipAt));
  return gradients.map((gradient) => tf.mul(gradient, factor));
}

function byValue(gradients: readonly tf.Tensor[], clipAt: number): tf.Tensor[] {
  return gradients.map((gradient) => tf.clipByValue(gradient, -clipAt, clipAt));
}

function globalNorm(gradients: readonly tf.Tensor[]): tf.Scalar {
  const sums = gradients.map((gradient) => tf.sum(tf.square(gradient)));
  return tf.sqrt(tf.sum<tf.Scalar>(tf.stack(sums)));
}
