/** @jest-environment node */
import * as tf from '@tensorflow/tfjs';
import type { ModelPlan } from '@/lib/compile/plan';
import { DEFAULT_TRAINING } from '@/lib/document/training-settings';
import { createHealthProbe } from '@/lib/training/worker/health/health-probe';
import { createLearner } from '@/lib/training/worker/learner';
import { createObjective } from '@/lib/training/worker/objective';

test('of a batch whose gradients only wait for their step nothing is said of how large the step is', async () => {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2], name: 'dense_1' })] });
  const plan = { layers: [{ name: 'dense_1', node: 'dense_1' }] } as unknown as ModelPlan;
  const head = { target: 0, kind: 'values', loss: 'mean-squared-error', weight: 1, classWeights: null } as const;
  const objective = createObjective(model, [head], DEFAULT_TRAINING.lossOptions);
  const gradients = { ...DEFAULT_TRAINING.gradients, accumulate: 2 };
  const learner = createLearner({ model, objective, settings: { ...DEFAULT_TRAINING, gradients } });
  const probe = createHealthProbe({ plan, model, now: () => 0 });
  probe.ask({ level: 'full', activations: [] });
  const inputs = tf.tensor2d([1, 2, 3, 4], [2, 2]);
  const ratios: (number | null | undefined)[] = [];
  for (let batch = 0; batch < 2; batch += 1) {
    const look = probe.begin(inputs);
    const place = { epoch: 0, batch, batches: 4 };
    const { loss, score } = learner.step({ inputs, targets: [tf.tensor2d([5, 6], [2, 1])] }, place, look.watch);
    tf.dispose([loss, score]);
    const { layers } = await look.end({ batch, epoch: 0 });
    ratios.push(layers[0]?.updateRatio);
  }
  expect(ratios[0]).toBeNull();
  expect(ratios[1]).toBeGreaterThan(0);
});

test('the last step of a run is looked at however soon it comes, so that a short run is not judged by its second batch', async () => {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2], name: 'dense_1' })] });
  const plan = { layers: [{ name: 'dense_1', node: 'dense_1' }] } as unknown as ModelPlan;
  const probe = createHealthProbe({ plan, model, now: () => 0 });
  expect(probe.isDue(1, false)).toBe(true);
  const look = probe.begin(tf.tensor2d([1, 2], [1, 2]));
  look.watch.gradients({});
  await look.end({ batch: 1, epoch: 0 });
  expect(probe.isDue(2, false)).toBe(false);
  expect(probe.isDue(3, true)).toBe(true);
  // A run of one batch: what it compiles says nothing of how it learns.
  expect(probe.isDue(0, true)).toBe(false);
});
