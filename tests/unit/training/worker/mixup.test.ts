/** @jest-environment node */
import * as tf from '@tensorflow/tfjs';
import type { LossName } from '@/lib/core/learning';
import { DEFAULT_TRAINING } from '@/lib/document/training-settings';
import { augmentBatch } from '@/lib/training/augment/augment-batch';
import { drawMixing } from '@/lib/training/augment/augment';
import { NO_EFFECTS } from '@/lib/training/augment/effects';
import { createAugmentedFeed } from '@/lib/training/worker/augmented-feed';
import { createLearner } from '@/lib/training/worker/learner';
import { createObjective } from '@/lib/training/worker/objective';
import { createMemorySamples } from '@/lib/training/worker/samples';
import { unitScaler } from '@/lib/training/worker/scaler';

const SEED = 3;
const EFFECTS = { ...NO_EFFECTS, mixup: 0.4 };
const CLASSES = Uint16Array.of(0, 1, 2, 2, 1, 0);
const PIXELS = Float32Array.from({ length: 24 }, (_, at) => ((at * 7) % 11) / 11);

/** Six samples of 2 × 2 × 1, of three classes. */
const samples = createMemorySamples(PIXELS, {
  shape: [2, 2, 1],
  targets: [{ kind: 'classes', width: 3, classes: CLASSES }],
});

function network(): tf.LayersModel {
  const start = (seed: number) => tf.initializers.glorotUniform({ seed });
  return tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [2, 2, 1] }),
      tf.layers.dense({ units: 3, kernelInitializer: start(1) }),
      tf.layers.softmax({ axis: -1 }),
    ],
  });
}

/** Losses of three steps on mixed samples, and the weights after them. */
async function learn(loss: LossName): Promise<{ losses: readonly number[]; weights: readonly number[] }> {
  const model = network();
  const head = { target: 0, kind: 'classes', loss, weight: 1, classWeights: null } as const;
  const objective = createObjective(model, [head], DEFAULT_TRAINING.lossOptions);
  const learner = createLearner({ model, objective, settings: DEFAULT_TRAINING });
  const augmenter = { augment: (raw: Parameters<typeof augmentBatch>[0]) => Promise.resolve(augmentBatch(raw)) };
  const feed = createAugmentedFeed(samples, {
    effects: EFFECTS,
    seed: SEED,
    scaler: unitScaler,
    augmenter: { ...augmenter, dispose: () => undefined },
  });
  const losses: number[] = [];
  for (let batch = 0; batch < 3; batch += 1) {
    const mixed = await feed.batch(Uint32Array.of(0, 1, 2, 3, 4, 5), { epoch: 0, batch });
    const result = learner.step(mixed, { epoch: 0, batch, batches: 3 });
    losses.push((await result.loss.data())[0] ?? NaN);
    tf.dispose([mixed.inputs, ...mixed.targets, result.loss, result.score]);
  }
  const weights = await Promise.all(model.getWeights().map(async (weight) => [...(await weight.data())]));
  return { losses, weights: weights.flat() };
}

/** By hand, in float64: λ · CE to the own class and (1 − λ) · CE to the partner's, on mixed pixels (Zhang et al. 2018). */
function firstLossByHand(): number {
  const mixing = drawMixing(6, EFFECTS, { seed: SEED, epoch: 0, batch: 0 });
  if (mixing === null) throw new Error('It was to be mixed.');
  const { share, partners } = mixing;
  const kernel = network().getWeights()[0]?.arraySync() as number[][];
  const losses = Array.from(CLASSES, (own, row) => {
    const partner = partners[row] ?? row;
    const pixel = (at: number) => share * (PIXELS[4 * row + at] ?? 0) + (1 - share) * (PIXELS[4 * partner + at] ?? 0);
    const logits = [0, 1, 2].map((k) => kernel.reduce((sum, to, at) => sum + pixel(at) * (to[k] ?? 0), 0));
    const total = Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit), 0));
    const entropy = (k: number) => total - (logits[k] ?? 0);
    return share * entropy(own) + (1 - share) * entropy(CLASSES[partner] ?? 0);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

describe('sparse cross-entropy with mixup', () => {
  beforeAll(() => tf.setBackend('cpu'));

  it('takes both classes of a mixed sample, each by its share', async () => {
    const { losses } = await learn('sparse-categorical-cross-entropy');
    const { share } = drawMixing(6, EFFECTS, { seed: SEED, epoch: 0, batch: 0 }) ?? { share: 1 };
    expect(Math.min(share, 1 - share)).toBeGreaterThan(0.01);
    expect(losses[0]).toBeCloseTo(firstLossByHand(), 5);
  });

  it('trains to the very weights that categorical cross-entropy trains to', async () => {
    const sparse = await learn('sparse-categorical-cross-entropy');
    expect(sparse).toEqual(await learn('categorical-cross-entropy'));
  });
});
