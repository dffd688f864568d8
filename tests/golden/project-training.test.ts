/** @jest-environment node */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { buildSync } from 'esbuild';
import { kerasJson } from '@/lib/compile/keras-json';
import { applyCommand } from '@/lib/document/apply-command';
import { buildChain } from '@/lib/document/templates/build-chain';
import { DEFAULT_TRAINING, NO_DATASET, type TrainingSettings } from '@/lib/document/training-settings';
import { classWeightsOf } from '@/lib/training/class-weights';
import { createAugmenter } from '@/lib/training/augment/augmenter';
import { createAugmentedFeed } from '@/lib/training/worker/augmented-feed';
import { buildModel } from '@/lib/training/worker/build-model';
import { createLearner } from '@/lib/training/worker/learner';
import { createHostFeed, type Feed } from '@/lib/training/worker/feed';
import { createObjective } from '@/lib/training/worker/objective';
import { createMemorySamples } from '@/lib/training/worker/samples';
import { createScaler, measureStatistics, type Scaler } from '@/lib/training/worker/scaler';
import { epochOrder, splitSamples } from '@/lib/training/worker/sample-order';
import { exportDesign, type ExportedDesign } from '@/tests/golden/exported-designs';
import { typeErrors } from '@/tests/golden/type-check';

jest.setTimeout(180_000);

const COUNT = 39;
const BATCH = 8;
const SHAPE = [4, 4, 1];
const LABELS = Array.from({ length: COUNT }, (_, index) => (index % 5) % 3);
const PIXELS = LABELS.map((label, index) =>
  Array.from({ length: 16 }, (_, pixel) => (pixel % 3 === label ? 200 : (index * 7 + pixel * 3) % 50)),
);

/** Everything at once that the page has and TensorFlow.js's own training has not. */
const SETTINGS: Partial<TrainingSettings> = {
  dataset: NO_DATASET,
  epochs: 2,
  batchSize: BATCH,
  seed: 5,
  validationShare: 0,
  loss: 'categorical-cross-entropy',
  lossOptions: { labelSmoothing: 0.1, huberDelta: 1, classWeights: 'balanced' },
  optimizer: { ...DEFAULT_TRAINING.optimizer, name: 'adamw', learningRate: 0.02, weightDecay: 0.1 },
  schedule: { ...DEFAULT_TRAINING.schedule, name: 'cosine', warmup: 0.5, floor: 0.1 },
  gradients: { clipping: 'norm', clipAt: 0.5, accumulate: 2, doubleEvery: 1 },
  earlyStopping: { isOn: true, monitor: 'validation-loss', patience: 3, minDelta: 0 },
  frozen: ['conv2d_1'],
  normalization: 'standard',
  augmentation: {
    ...DEFAULT_TRAINING.augmentation,
    isOn: true,
    flipHorizontal: true,
    crop: 1,
    noise: 0.05,
    brightness: 0.2,
    contrast: 0.2,
    cutout: 0.3,
    mixup: 0.4,
  },
};

describe('training of an exported project', () => {
  it('is strictly typed, and ten steps of it are those of the page', async () => {
    const chain = buildChain('Same', [
      ['input', { shape: SHAPE }],
      ['conv2d', { filters: 3 }],
      ['tanh'],
      ['flatten'],
      ['dense', { units: 3 }],
      ['softmax'],
    ]);
    const design = exportDesign('run-same', applyCommand(chain, { kind: 'set-training', settings: SETTINGS }));
    expect(typeErrors([design])).toEqual([]);
    put(design, 'data/train.json', JSON.stringify(LABELS.map((label, index) => ({ label, pixels: PIXELS[index] }))));
    put(design, 'src/start.ts', START);
    bundle(design);
    const start = JSON.parse(run(design, 'dist/start.js')) as readonly (readonly number[])[];
    const printed = run(design, 'dist/train.js');
    const theirs = savedWeights(design);

    put(design, 'picture.json', JSON.stringify(PIXELS[0]));
    const predicted = run(design, 'dist/predict.js', 'picture.json');

    const page = await learned(design, start);
    expect(largestDifference(page.weights.flat(), theirs)).toBeLessThan(2e-6);
    expect(printed).toContain(`Epoch 1: training loss ${page.losses[0]?.toFixed(4)}`);
    expect(printed).toContain(`Epoch 2: training loss ${page.losses[1]?.toFixed(4)}`);
    for (const score of page.scores) expect(predicted).toContain(`: ${(100 * score).toFixed(2)} %`);
    // What learns comes first: the dense layer's, then the frozen convolution's.
    expect(page.weights[0]).not.toEqual(start[0]);
    expect(page.weights.slice(2)).toEqual(start.slice(2));
  });
});

/** Prints what the network starts from. */
const START = `
import { startBackend } from './backend.js';
import { createModel } from './model.js';
import { seedModel } from './seed.js';
await startBackend();
const model = await seedModel(createModel(), ${SETTINGS.seed});
console.log(JSON.stringify(await Promise.all(model.getWeights().map(async (weight) => Array.from(await weight.data())))));
`;

function put({ folder }: ExportedDesign, file: string, content: string): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}

function bundle({ folder }: ExportedDesign): void {
  buildSync({
    entryPoints: ['start', 'train', 'predict'].map((name) => path.join(folder, `src/${name}.ts`)),
    outdir: path.join(folder, 'dist'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
}

function run({ folder }: ExportedDesign, ...script: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...script], { cwd: folder, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

function savedWeights({ folder }: ExportedDesign): readonly number[] {
  const bytes = readFileSync(path.join(folder, 'weights/weights.bin'));
  return Array.from(new Float32Array(Uint8Array.from(bytes).buffer));
}

/** The same epochs by what the page trains with, and the mean loss of each. */
async function learned({ plan, document }: ExportedDesign, start: readonly (readonly number[])[]) {
  await tf.setBackend('cpu');
  const settings = document.training;
  const model = await buildModel(plan, kerasJson(plan, settings.seed));
  model.setWeights(model.getWeights().map((weight, index) => tf.tensor([...(start[index] ?? [])], weight.shape)));
  const counts = [0, 1, 2].map((label) => LABELS.filter((each) => each === label).length);
  const classWeights = classWeightsOf('balanced', counts);
  const head = { target: 0, kind: 'classes', loss: settings.loss, weight: 1, classWeights } as const;
  const learner = createLearner({ model, objective: createObjective(model, [head], settings.lossOptions), settings });
  const feed = feedOf(settings);
  const { training } = splitSamples({ ...settings, count: COUNT });
  const losses: number[] = [];
  for (const epoch of [0, 1]) {
    const order = epochOrder(training, settings.seed, epoch);
    let sum = 0;
    for (let batch = 0; batch < 5; batch += 1) {
      const chosen = [...order.subarray(batch * BATCH, (batch + 1) * BATCH)];
      const { loss } = learner.step(await feed.batch(Uint32Array.from(chosen), { epoch, batch }), {
        epoch,
        batch,
        batches: 5,
      });
      sum += ((await loss.data())[0] ?? NaN) * chosen.length;
    }
    losses.push(sum / COUNT);
    learner.endEpoch({ loss: sum / COUNT, score: 0 });
  }
  learner.takeBest();
  const weights = await Promise.all(model.getWeights().map(async (weight) => Array.from(await weight.data())));
  const { inputs } = await createHostFeed(SAMPLES, scalerOf(settings)).batch(Uint32Array.of(0));
  const scores = Array.from(await (model.predict(inputs) as tf.Tensor).data());
  return { losses, weights, scores };
}

const SAMPLES = createMemorySamples(Uint8Array.from(PIXELS.flat()), {
  shape: SHAPE,
  targets: [{ kind: 'classes', width: 3, classes: Uint16Array.from(LABELS) }],
});

function scalerOf({ normalization }: TrainingSettings): Scaler {
  return createScaler(normalization, () => measureStatistics(SAMPLES));
}

/** What the page trains on; without its worker, since the batches are the same. */
function feedOf(settings: TrainingSettings): Feed {
  const { isOn, ...effects } = settings.augmentation;
  const scaler = scalerOf(settings);
  expect(isOn).toBe(true);
  return createAugmentedFeed(SAMPLES, { effects, seed: settings.seed, scaler, augmenter: createAugmenter(() => null) });
}

function largestDifference(some: readonly number[], others: readonly number[]): number {
  expect(some.length).toBe(others.length);
  return Math.max(...some.map((value, at) => Math.abs(value - (others[at] ?? Number.NaN))));
}
