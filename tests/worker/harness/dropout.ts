import * as tf from '@tensorflow/tfjs';
import type { BackendName } from '@/lib/training/protocol';
import { seededDropout } from '@/lib/training/worker/custom-layers/seeded-dropout';

/** The output of a dropout of rate 0.5 on ones, as text, at each of the steps from `firstStep` on. */
export async function dropoutMasks(options: {
  readonly backend: BackendName;
  readonly seed: number;
  readonly firstStep: number;
  readonly steps: number;
}): Promise<readonly string[]> {
  await tf.setBackend(options.backend);
  const layer = seededDropout({ rate: 0.5, seed: options.seed });
  layer.step = options.firstStep;
  const ones = tf.ones([2, 100]);
  const masks: string[] = [];
  for (let step = 0; step < options.steps; step += 1) {
    masks.push((await (layer.apply(ones, { training: true }) as tf.Tensor).data()).join());
  }
  return masks;
}
