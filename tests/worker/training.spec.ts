import type { Page } from '@playwright/test';
import type { BackendName, TrainOutcome, WorkerEvent } from '@/lib/training/protocol';
import type { TrainingSettings } from '@/lib/document/training-settings';
import { expect, test } from './fixtures';

interface Run {
  readonly outcome: TrainOutcome;
  readonly losses: readonly number[];
  readonly weights: readonly (readonly number[])[];
  readonly epochs: readonly (WorkerEvent & { readonly kind: 'epoch' })['metrics'][];
  readonly accuracy: number;
  readonly confusionSum: number;
}

/** One whole run in a worker of its own. */
function train(page: Page, backend: BackendName, changes: Partial<TrainingSettings> = {}): Promise<Run> {
  return page.evaluate(
    async ({ backend, changes }): Promise<Run> => {
      const { harness } = window;
      const { client, events } = harness.connect();
      const must = <T>(result: { readonly ok: boolean; readonly value?: T; readonly error?: unknown }): T => {
        if (!result.ok) throw new Error(JSON.stringify(result.error));
        return result.value as T;
      };
      const network = await harness.tinyNetwork();
      const dataset = await harness.dataset();
      const settings = harness.settings(changes);
      const { baseUrl } = harness;
      const outcome = must(await client.call('train', { ...network, settings, dataset, baseUrl, backend }));
      const report = must(await client.call('evaluate', {}));
      const { weights } = must(await client.call('get-weights', {}));
      client.dispose();
      return {
        outcome,
        losses: events.flatMap((event) => (event.kind === 'batches' ? [...event.losses] : [])),
        weights: weights.map(({ values }) => [...values]),
        epochs: events.flatMap((event) => (event.kind === 'epoch' ? [event.metrics] : [])),
        accuracy: report?.accuracy ?? 0,
        confusionSum: report?.confusion.flat().reduce((sum, count) => sum + count, 0) ?? 0,
      };
    },
    { backend, changes },
  );
}

for (const backend of ['wasm', 'webgl', 'cpu'] as const) {
  test(`a run on ${backend} learns, and its repetition with the same seed is the same bit for bit`, async ({
    harnessPage,
  }) => {
    const epochs = backend === 'webgl' ? 1 : 3;
    const first = await train(harnessPage, backend, { epochs });
    expect(first.outcome).toMatchObject({ ended: 'finished', epochs, backend, divergence: null });
    // 512 pictures, a tenth held out: 461 in batches of 32, the last one smaller.
    expect(first.outcome.batches).toBe(15 * epochs);
    expect(first.losses).toHaveLength(15 * epochs);
    expect(first.epochs.map(({ epoch }) => epoch)).toEqual([...Array(epochs).keys()]);
    expect(first.accuracy).toBeGreaterThan(backend === 'webgl' ? 0.5 : 0.9);
    expect(first.confusionSum).toBe(128);
    const second = await train(harnessPage, backend, { epochs });
    expect(second.losses).toEqual(first.losses);
    expect(second.weights).toEqual(first.weights);
    expect(second.epochs).toEqual(first.epochs);
  });
}

const AUGMENTATION = {
  isOn: true,
  flipHorizontal: false,
  flipVertical: false,
  shift: 0.1,
  scale: 0.1,
  rotate: 10,
  crop: 1,
  noise: 0.05,
  brightness: 0.1,
  contrast: 0.1,
  cutout: 0.2,
  mixup: 0.2,
};

test('a run on samples changed at random is repeated bit for bit, also where their worker cannot start', async ({
  harnessPage,
}) => {
  const changes = { epochs: 1, augmentation: AUGMENTATION, normalization: 'standard' } as const;
  let started = 0;
  await harnessPage.context().route('**/augment-worker.ts', (route) => {
    started += 1;
    return started === 1 ? route.continue() : route.abort();
  });
  const first = await train(harnessPage, 'wasm', changes);
  const alone = await train(harnessPage, 'wasm', changes);
  expect(started).toBe(2);
  expect(alone.losses).toEqual(first.losses);
  expect(alone.weights).toEqual(first.weights);
  const plain = await train(harnessPage, 'wasm', { ...changes, augmentation: { ...AUGMENTATION, isOn: false } });
  expect(plain.losses).not.toEqual(first.losses);
});

test('another seed gives another run', async ({ harnessPage }) => {
  const first = await train(harnessPage, 'wasm', { epochs: 1 });
  const second = await train(harnessPage, 'wasm', { epochs: 1, seed: 8 });
  expect(second.losses).not.toEqual(first.losses);
});

for (const loss of ['mean-squared-error', 'binary-cross-entropy'] as const) {
  for (const name of ['sgd', 'momentum', 'rmsprop'] as const) {
    test(`${loss} with ${name} learns`, async ({ harnessPage }) => {
      const learningRate = { sgd: 0.5, momentum: 0.1, rmsprop: 0.01 }[name];
      const optimizer = await harnessPage.evaluate(() => window.harness.settings().optimizer);
      const run = await train(harnessPage, 'wasm', { loss, optimizer: { ...optimizer, name, learningRate } });
      expect(run.accuracy).toBeGreaterThan(0.8);
      expect(run.epochs.at(-1)?.loss).toBeLessThan(run.epochs[0]?.loss ?? 0);
    });
  }
}

test('a learning rate of 1e30 ends as diverged and names a layer', async ({ harnessPage }) => {
  const result = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { client } = harness.connect();
    const { optimizer } = harness.settings();
    const settings = harness.settings({ optimizer: { ...optimizer, name: 'sgd', learningRate: 1e30 } });
    const network = await harness.tinyNetwork();
    const dataset = await harness.dataset();
    return client.call('train', { ...network, settings, dataset, baseUrl: harness.baseUrl, backend: 'wasm' });
  });
  expect(result).toMatchObject({ ok: true, value: { ended: 'diverged', divergence: { node: 'conv1' } } });
});

test('a run pauses, answers meanwhile, resumes, and ends in the same weights as one left alone', async ({
  harnessPage,
}) => {
  const alone = await train(harnessPage, 'wasm');
  const paused = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { client, until, events } = harness.connect();
    const network = await harness.tinyNetwork();
    const request = {
      ...network,
      settings: harness.settings(),
      dataset: await harness.dataset(),
      baseUrl: harness.baseUrl,
    };
    const run = client.call('train', { ...request, backend: 'wasm' });
    await until((event) => event.kind === 'batches');
    await client.call('pause', {});
    await until((event) => event.kind === 'phase' && event.phase === 'paused');
    const meanwhile = await client.call('predict-samples', { indices: [0, 1] });
    const busy = await client.call('evaluate', {});
    const whilePaused = events.length;
    await client.call('probe', {});
    const stillPaused = events.length;
    await client.call('resume', {});
    const outcome = await run;
    const weights = await client.call('get-weights', {});
    client.dispose();
    return {
      meanwhile: meanwhile.ok ? meanwhile.value.predictions.map(({ probabilities }) => probabilities) : null,
      busy,
      quiet: stillPaused === whilePaused,
      outcome,
      weights: weights.ok ? weights.value.weights.map(({ values }) => [...values]) : [],
    };
  });
  expect(paused.meanwhile).toHaveLength(2);
  for (const probabilities of paused.meanwhile ?? []) {
    expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
  }
  expect(paused.busy).toMatchObject({ ok: false, error: { code: 'training/busy' } });
  expect(paused.quiet).toBe(true);
  expect(paused.outcome).toMatchObject({ ok: true, value: { ended: 'finished' } });
  expect(paused.weights).toEqual(alone.weights);
});

test('a stop ends the run after the batch in progress and leaves a model to evaluate', async ({ harnessPage }) => {
  const stopped = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { client, until } = harness.connect();
    const network = await harness.tinyNetwork();
    const settings = harness.settings({ epochs: 10_000 });
    const dataset = await harness.dataset();
    const run = client.call('train', { ...network, settings, dataset, baseUrl: harness.baseUrl, backend: 'wasm' });
    await until((event) => event.kind === 'batches');
    await client.call('stop', {});
    const outcome = await run;
    const ended = client.call('evaluate', {});
    void client.call('stop', {});
    const unfinished = await ended;
    const report = await client.call('evaluate', {});
    client.dispose();
    return { outcome, unfinished, count: report.ok ? report.value?.count : 0 };
  });
  expect(stopped.outcome).toMatchObject({ ok: true, value: { ended: 'stopped' } });
  expect(stopped.unfinished).toEqual({ ok: true, value: null });
  expect(stopped.count).toBe(128);
});

test('the backend is measured and chosen: not the renderer that a processor imitates', async ({ harnessPage }) => {
  const { calibration, outcome } = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { client } = harness.connect();
    const network = await harness.tinyNetwork();
    const { baseUrl } = harness;
    const settings = harness.settings({ epochs: 1 });
    const calibration = await client.call('calibrate', { ...network, settings, baseUrl });
    const dataset = await harness.dataset();
    const outcome = await client.call('train', { ...network, settings, dataset, baseUrl, backend: null });
    client.dispose();
    return { calibration, outcome };
  });
  if (!calibration.ok) throw new Error(JSON.stringify(calibration.error));
  const { backends, chosen } = calibration.value;
  expect(backends.map(({ name }) => name)).toEqual(['webgpu', 'webgl', 'wasm', 'cpu']);
  const webgl = backends.find(({ name }) => name === 'webgl');
  test.skip(webgl?.software !== true, 'this browser has a real graphics card');
  expect(chosen).toBe('wasm');
  expect(webgl?.detail).toMatch(/swiftshader/i);
  expect(backends.find(({ name }) => name === 'wasm')?.msPerBatch).toBeGreaterThan(0);
  expect(outcome).toMatchObject({ ok: true, value: { backend: 'wasm' } });
});

for (const backend of ['wasm', 'webgl'] as const) {
  test(`a training on ${backend} holds no more after its tenth batch than ever, and nothing when it is over`, async ({
    harnessPage,
  }) => {
    const counts = await harnessPage.evaluate(async (backend) => {
      const { harness } = window;
      const epochs = backend === 'webgl' ? 2 : 6;
      const dataset = await harness.dataset();
      const settings = harness.settings({ epochs, dataShare: backend === 'webgl' ? 0.3 : 1 });
      return harness.leftOver({ backend, dataset, settings, baseUrl: harness.baseUrl });
    }, backend);
    const [first, ...later] = counts.epochs;
    expect(later.length).toBeGreaterThan(0);
    for (const epoch of later) expect(epoch).toEqual(first);
    expect(counts.after.tensors).toBe(counts.before.tensors);
  });
}
