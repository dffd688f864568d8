/** @jest-environment node */
import * as tf from '@tensorflow/tfjs';
import { scenes } from '@/lib/datasets/scenes/scenes';
import { DEFAULT_TRAINING } from '@/lib/document/training-settings';
import { createLearningFeed } from '@/lib/training/worker/learning-feed';
import { createObjective, type ObjectiveHead } from '@/lib/training/worker/objective';
import { createMemorySamples } from '@/lib/training/worker/samples';
import { unitScaler } from '@/lib/training/worker/scaler';

const SETTINGS = {
  ...DEFAULT_TRAINING,
  augmentation: { ...DEFAULT_TRAINING.augmentation, isOn: true, flipVertical: true, flipHorizontal: true },
};
const PLAIN = { loss: 'mean-squared-error', weight: 1, classWeights: null } as const;
const CHOSEN = Uint32Array.from({ length: 16 }, (_, index) => index);

/** Sixteen pictures of 2 × 2 × 1, all alike, with a class and a box. */
const samples = createMemorySamples(
  Float32Array.from({ length: 64 }, (_, at) => (at % 4) / 4),
  {
    shape: [2, 2, 1],
    targets: [
      { kind: 'classes', width: 3, classes: new Uint16Array(16) },
      { kind: 'values', width: 4, values: new Float32Array(64) },
    ],
  },
);

/** Whether training moves the pictures of a network with this one output. */
async function areMoved(head: Pick<ObjectiveHead, 'target' | 'kind'>): Promise<boolean> {
  const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [2, 2, 1] })] });
  const objective = createObjective(model, [{ ...PLAIN, ...head }], DEFAULT_TRAINING.lossOptions);
  const data = { dataset: scenes, training: samples, test: samples, bytes: 0, fromCache: true };
  const feed = createLearningFeed({ objective, data, scaler: unitScaler }, SETTINGS, CHOSEN);
  const { inputs, targets } = await feed.batch(CHOSEN, { epoch: 0, batch: 0 });
  const values = await inputs.data();
  tf.dispose([inputs, ...targets]);
  feed.dispose();
  model.dispose();
  return values.some((value, at) => value !== (at % 4) / 4);
}

test('pictures are flipped where a class is learned, or the picture itself', async () => {
  expect(await areMoved({ target: 0, kind: 'classes' })).toBe(true);
  expect(await areMoved({ target: 'input', kind: 'values' })).toBe(true);
});

test('no picture is moved where its box is learned, though nobody has said so in the settings', async () => {
  expect(await areMoved({ target: 1, kind: 'values' })).toBe(false);
});
