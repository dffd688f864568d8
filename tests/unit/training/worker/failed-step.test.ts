/** @jest-environment node */
import * as tf from '@tensorflow/tfjs';
import { DEFAULT_TRAINING } from '@/lib/document/training-settings';
import { createHostFeed } from '@/lib/training/worker/feed';
import { createRunControl } from '@/lib/training/worker/run-control';
import { createMemorySamples } from '@/lib/training/worker/samples';
import { train, type TrainingRun } from '@/lib/training/worker/train';

const samples = createMemorySamples(new Float32Array(4), {
  shape: [1],
  targets: [{ kind: 'classes', width: 2, classes: new Uint16Array(4) }],
});

test('a step that fails while it is looked at lets go of what the look holds', async () => {
  const feed = createHostFeed(samples);
  const run = {
    settings: { ...DEFAULT_TRAINING, batchSize: 2 },
    split: { training: Uint32Array.of(0, 1, 2, 3), validation: new Uint32Array() },
    trainingFeed: feed,
    control: createRunControl(),
    emit: () => {},
    now: () => 0,
    learner: {
      step: () => {
        throw new Error('out of memory');
      },
    },
    health: {
      isDue: () => true,
      begin: () => {
        const held = tf.zeros([8]);
        return {
          watch: { gradients() {}, stepped() {} },
          end: () => Promise.reject(new Error('not reached')),
          dispose: () => held.dispose(),
        };
      },
    },
  } as unknown as TrainingRun;
  const before = tf.memory().numTensors;
  await expect(train(run)).rejects.toThrow('out of memory');
  // The batch made in advance goes when its promise has settled.
  await new Promise((resolve) => setImmediate(resolve));
  expect(tf.memory().numTensors).toBe(before);
});
