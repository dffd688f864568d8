import type { Page, Worker } from '@playwright/test';
import type { Result } from '@/lib/core/result';
import type { Failure, ReplyOf, TrainOutcome } from '@/lib/training/protocol';
import { expect, test } from './fixtures';

function loadTwice(page: Page): Promise<readonly Result<ReplyOf<'load-dataset'>, Failure>[]> {
  return page.evaluate(async () => {
    const { harness } = window;
    const dataset = await harness.dataset();
    const load = async () => {
      const { client } = harness.connect();
      const result = await client.call('load-dataset', { dataset, baseUrl: harness.baseUrl });
      client.dispose();
      return result;
    };
    return [await load(), await load()];
  });
}

const LOADED = 512 * 65 + 128 * 65;

for (const how of ['zipped', 'content-encoding'] as const) {
  test(`data sent as ${how} is loaded once and then comes from the cache`, async ({ harnessPage, harness }) => {
    harness.serve(how);
    const before = harness.requests.length;
    expect(await loadTwice(harnessPage)).toEqual([
      { ok: true, value: { bytes: LOADED, fromCache: false } },
      { ok: true, value: { bytes: LOADED, fromCache: true } },
    ]);
    expect(harness.requests.length - before).toBe(4);
  });
}

test('corrupt data is asked for once more', async ({ harnessPage, harness }) => {
  harness.serve('corrupt', 1);
  const before = harness.requests.length;
  const [first] = await loadTwice(harnessPage);
  expect(first).toMatchObject({ ok: true });
  expect(harness.requests.length - before).toBe(5);
});

test('data that stays corrupt is a failure that says so, and is not cached', async ({ harnessPage, harness }) => {
  harness.serve('corrupt');
  const results = await loadTwice(harnessPage);
  for (const result of results) expect(result).toMatchObject({ ok: false, error: { code: 'training/data-corrupt' } });
  harness.serve('zipped');
  expect((await loadTwice(harnessPage))[0]).toMatchObject({ ok: true, value: { fromCache: false } });
});

test('data that is not there is a failure with its address', async ({ harnessPage, harness }) => {
  harness.serve('missing');
  const [result] = await loadTwice(harnessPage);
  expect(result).toMatchObject({ ok: false, error: { code: 'training/data-unreachable' } });
  expect(result?.ok === false && result.error.detail).toContain('datasets/tiny/');
});

interface RunningPage {
  readonly connection: ReturnType<typeof window.harness.connect>;
  readonly run: Promise<Result<TrainOutcome, Failure>>;
}
declare global {
  interface Window {
    running: RunningPage;
  }
}

/** Starts a worker and in it, once `prepare` has changed the worker, a run without end; resolves when it trains. */
async function startEndlessRun(page: Page, backend: 'wasm' | 'webgl', prepare: () => void = () => {}): Promise<Worker> {
  await page.evaluate(async () => {
    const connection = window.harness.connect();
    await connection.client.call('probe', {});
    Object.assign(window, { running: { connection } });
  });
  const [worker] = page.workers();
  if (worker === undefined) throw new Error('no worker started');
  await worker.evaluate(prepare);
  await page.evaluate(async (backend) => {
    const { harness, running } = window;
    const network = await harness.tinyNetwork();
    const settings = harness.settings({ epochs: 100_000 });
    const request = { ...network, settings, dataset: await harness.dataset(), baseUrl: harness.baseUrl, backend };
    Object.assign(running, { run: running.connection.client.call('train', request) });
    await running.connection.until((event) => event.kind === 'batches');
  }, backend);
  return worker;
}

test('a worker that the browser ends fails the run at once, and the next call starts a new worker', async ({
  harnessPage,
}) => {
  const worker = await startEndlessRun(harnessPage, 'wasm');
  await worker.evaluate(() => self.close());
  const run = await harnessPage.evaluate(() => window.running.run);
  expect(run).toMatchObject({ ok: false, error: { code: 'training/worker-died' } });
  const probe = await harnessPage.evaluate(() => window.running.connection.client.call('probe', {}));
  expect(probe).toMatchObject({ ok: true });
});

test('a lost graphics context fails the run and tells the page', async ({ harnessPage }) => {
  const worker = await startEndlessRun(harnessPage, 'webgl', () => {
    const contexts: WebGL2RenderingContext[] = [];
    const { getContext } = OffscreenCanvas.prototype;
    Object.assign(self, { contexts });
    Object.assign(OffscreenCanvas.prototype, {
      getContext(this: OffscreenCanvas, ...args: Parameters<typeof getContext>) {
        const context = getContext.apply(this, args);
        if (context instanceof WebGL2RenderingContext) contexts.push(context);
        return context;
      },
    });
  });
  await worker.evaluate(() => {
    const { contexts } = self as unknown as { readonly contexts: readonly WebGL2RenderingContext[] };
    for (const gl of contexts) gl.getExtension('WEBGL_lose_context')?.loseContext();
  });
  const lost = await harnessPage.evaluate(async () => ({
    run: await window.running.run,
    event: await window.running.connection.until((event) => event.kind === 'context-lost'),
    next: await window.running.connection.client.call('evaluate', {}),
  }));
  expect(lost.run).toMatchObject({ ok: false, error: { code: 'training/context-lost' } });
  expect(lost.event).toEqual({ kind: 'context-lost', backend: 'webgl' });
  expect(lost.next).toMatchObject({ ok: false, error: { code: 'training/context-lost' } });
});

test('a model that cannot be built fails and names its layer', async ({ harnessPage }) => {
  const results = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { plan, model } = await harness.tinyNetwork();
    const text = JSON.stringify(model);
    const { client } = harness.connect();
    const inputs = [new Float32Array(64)];
    const run = (changed: string) =>
      client.call('run-model', { plan, model: JSON.parse(changed), weights: null, inputs, baseUrl: harness.baseUrl });
    return {
      sound: await run(text),
      unknown: await run(text.replace('"SeededDropout"', '"NoSuchLayer"')),
      misshapen: await run(text.replace('"filters":4', '"filters":5')),
    };
  });
  expect(results.sound).toMatchObject({ ok: true });
  expect(results.unknown).toMatchObject({ ok: false, error: { code: 'training/build-failed' } });
  expect(results.misshapen).toMatchObject({ ok: false, error: { code: 'training/shape-mismatch', node: 'conv1' } });
});

test('a run that cannot fit is refused with its figures', async ({ harnessPage }) => {
  const result = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { plan, model } = await harness.tinyNetwork();
    const { client } = harness.connect();
    const settings = harness.settings();
    const huge = { ...plan, trainingBytes: 500e9 };
    const dataset = await harness.dataset();
    return client.call('train', { plan: huge, model, settings, dataset, baseUrl: harness.baseUrl, backend: 'wasm' });
  });
  expect(result).toMatchObject({ ok: false, error: { code: 'training/cannot-fit' } });
  expect(result.ok === false && result.error.detail).toContain('465.7 GiB');
});

test('a network for other pictures than the data set is refused before anything is fetched', async ({
  harnessPage,
  harness,
}) => {
  const before = harness.requests.length;
  const result = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { plan, model } = await harness.tinyNetwork();
    const { client } = harness.connect();
    const dataset = { ...(await harness.dataset()), inputShape: [9, 9, 1] };
    const settings = harness.settings();
    return client.call('train', { plan, model, settings, dataset, baseUrl: harness.baseUrl, backend: 'wasm' });
  });
  expect(result).toMatchObject({ ok: false, error: { code: 'training/shape-mismatch', node: 'input' } });
  expect(harness.requests.length).toBe(before);
});
