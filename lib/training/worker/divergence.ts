import * as tf from '@tensorflow/tfjs';
import type { ModelPlan } from '@/lib/compile/plan';
import type { TrainOutcome } from '@/lib/training/protocol';

export type Divergence = NonNullable<TrainOutcome['divergence']>;

/** Trained weights are a few units at most; a layer whose mean absolute weight is beyond this only grows further. */
const EXPLODING = 1e6;

/**
 * The first layer whose trained weights left the finite or the sane range, or null. Looks at the weights because the
 * loss can hide it: minima and maxima swallow NaN on wasm and webgpu. Means of absolute values do not.
 */
export async function findDivergence(
  plan: ModelPlan,
  model: tf.LayersModel,
  batch: number,
): Promise<Divergence | null> {
  const checked = plan.layers.flatMap((planned) =>
    model.getLayer(planned.name).trainableWeights.map((weight) => ({ node: planned.node, weight })),
  );
  if (checked.length === 0) return null;
  const means = tf.tidy(() => tf.stack(checked.map(({ weight }) => tf.mean(tf.abs(weight.read())))));
  const values = await means.data();
  means.dispose();
  const index = values.findIndex((mean) => !(mean <= EXPLODING));
  const found = checked[index];
  if (found === undefined) return null;
  return { node: found.node, reason: Number.isFinite(values[index]) ? 'exploding' : 'non-finite', batch };
}
