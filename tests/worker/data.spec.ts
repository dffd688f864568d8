import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

interface Trained {
  readonly weights: readonly (readonly number[])[];
  readonly accuracy: number;
}

/** Trains on a kept data set, with no more of it in memory than said. */
function trainOn(page: Page, id: string, mostMemoryBytes?: number): Promise<Trained> {
  return page.evaluate(
    async ({ id, mostMemoryBytes }) => {
      const { harness } = window;
      const kept = await harness.data.storage.read(id);
      const { dataset } = kept?.description as { dataset: Awaited<ReturnType<typeof harness.dataset>> };
      const { client } = harness.connect();
      const { baseUrl } = harness;
      const loaded = await client.call('load-dataset', {
        dataset,
        baseUrl,
        ...(mostMemoryBytes === undefined ? {} : { mostMemoryBytes }),
      });
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
      const network = await harness.tinyNetwork();
      const outcome = await client.call('train', {
        ...network,
        settings: harness.settings({ dataset: id, epochs: 5 }),
        dataset,
        baseUrl,
        backend: 'wasm',
      });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
      const report = await client.call('evaluate', {});
      const weights = await client.call('get-weights', {});
      client.dispose();
      return {
        weights: weights.ok ? weights.value.weights.map(({ values }) => [...values]) : [],
        accuracy: report.ok ? (report.value?.accuracy ?? 0) : 0,
      };
    },
    { id, mostMemoryBytes },
  );
}

test('a zip of pictures with broken files is kept over a reload, and trains the same from storage as from memory', async ({
  harnessPage,
}) => {
  const kept = await harnessPage.evaluate(() => window.harness.data.keepQuarters('quarters', { perClass: 60 }));
  if (!kept.ok) throw new Error(JSON.stringify(kept.error));
  const { dataset, balance, skipped } = kept.value;
  expect(dataset.inputShape).toEqual([8, 8, 1]);
  expect(balance.names).toEqual(['q0', 'q1', 'q2', 'q3']);
  // Broken files fall into either split: a sixth of the 62 of a class is 10.
  expect(balance.training.map((count, at) => count + (balance.test[at] ?? 0))).toEqual([60, 60, 60, 60]);
  for (const count of balance.test) expect([8, 9, 10]).toContain(count);
  expect(skipped.count).toBe(8);
  expect(new Set(skipped.first.map(({ reason }) => reason))).toEqual(new Set(['not-a-picture']));

  await harnessPage.reload();
  await harnessPage.waitForFunction(() => window.harness !== undefined);
  const list = await harnessPage.evaluate(() => window.harness.data.storage.list());
  // 240 pictures of 64 bytes, and two bytes of label each.
  expect(list).toMatchObject([{ id: 'quarters', bytes: 240 * 66, createdAt: 1 }]);
  const inMemory = await trainOn(harnessPage, 'quarters');
  const streamed = await trainOn(harnessPage, 'quarters', 1000);
  // One in four by guessing.
  expect(inMemory.accuracy).toBeGreaterThan(0.75);
  expect(streamed).toEqual(inMemory);
});

test('a data set whose file is cut off, or that was removed, is a clear failure; removing leaves nothing', async ({
  harnessPage,
}) => {
  const codes = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const kept = await harness.data.keepQuarters('a', { perClass: 4 });
    if (!kept.ok) throw new Error(kept.error.code);
    const { dataset } = kept.value;
    const load = async (): Promise<string> => {
      const { client } = harness.connect();
      const loaded = await client.call('load-dataset', { dataset, baseUrl: harness.baseUrl });
      client.dispose();
      return loaded.ok ? 'loaded' : loaded.error.code;
    };
    const before = await load();
    await harness.data.cutOff('a');
    const cut = await load();
    await harness.data.storage.remove('a');
    return { before, cut, removed: await load(), left: await harness.data.leftOvers() };
  });
  expect(codes).toEqual({
    before: 'loaded',
    cut: 'training/data-gone',
    removed: 'training/data-gone',
    left: { records: 0, folders: [] },
  });
});

test('a build that is cancelled leaves nothing behind, and the next one is not', async ({ harnessPage }) => {
  const { first, between, second } = await harnessPage.evaluate(async () => {
    const { data } = window.harness;
    let wanted = true;
    const client = data.connectImport(({ phase, done }, own) => {
      if (wanted && phase === 'writing' && done > 0) void own.call('cancel', {});
      wanted = wanted && phase !== 'writing';
    });
    const first = await data.keepQuarters('one', { perClass: 100, client });
    const between = await data.leftOvers();
    const second = await data.keepQuarters('two', { perClass: 4, client });
    client.dispose();
    return { first, between, second: second.ok };
  });
  expect(first).toEqual({ ok: false, error: { code: 'import/cancelled', values: {} } });
  expect(between).toEqual({ records: 0, folders: [] });
  expect(second).toBe(true);
});

test('what does not fit the quota says how much is needed and free, and nothing of it stays', async ({
  harnessPage,
}) => {
  const kept = await harnessPage.evaluate(() => window.harness.data.keepQuarters('small', { perClass: 4 }));
  if (!kept.ok) throw new Error(kept.error.code);
  const session = await harnessPage.context().newCDPSession(harnessPage);
  const used = await harnessPage.evaluate(async () => (await window.harness.data.storage.room()).used ?? 0);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(harnessPage.url()).origin,
    quotaSize: used + 5000,
  });
  const { refused, blobs, left } = await harnessPage.evaluate(async (description) => {
    const { data } = window.harness;
    const refused = await data.keepQuarters('large', { perClass: 40 });
    // Not foreseen, but met while writing: the browser's own error, thrown at the place where it comes from.
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('The storage is full.', 'QuotaExceededError');
    };
    const blobs = await data.copyAsBlobs(description, { id: 'blobs', bytes: 64 * 16 });
    return { refused, blobs, left: await data.leftOvers() };
  }, kept.value);
  expect(refused).toMatchObject({ ok: false, error: { code: 'import/no-room' } });
  if (refused.ok || refused.error.code !== 'import/no-room') throw new Error('kept');
  // The broken files are not known to be broken before they are read.
  expect(refused.error.values.needed).toBe(42 * 4 * 66);
  expect(refused.error.values.free).toBeLessThanOrEqual(5000);
  expect(blobs).toBe('QuotaExceededError');
  expect(left).toEqual({ records: 1, folders: ['small'] });
});

test('where workers have no files the samples are kept in the database, and read from there', async ({
  harnessPage,
}) => {
  const outcome = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { data } = harness;
    const kept = await data.keepQuarters('small', { perClass: 4 });
    if (!kept.ok) throw new Error(kept.error.code);
    const { dataset } = kept.value;
    const bytes = 64 * (dataset.training.count + dataset.test.count);
    const copied = await data.copyAsBlobs(kept.value, { id: 'blobs', bytes });
    const { client } = harness.connect();
    const request = { dataset: { ...dataset, id: 'blobs' }, baseUrl: harness.baseUrl, mostMemoryBytes: 1 };
    const loaded = await client.call('load-dataset', request);
    const samples = await client.call('samples', { indices: [1, 0] });
    client.dispose();
    return {
      copied,
      loaded: loaded.ok,
      pixels: samples.ok ? samples.value.samples.map((sample) => JSON.stringify(sample)) : [],
    };
  });
  expect(outcome).toMatchObject({ copied: 'kept', loaded: true });
  expect(outcome.pixels).toHaveLength(2);
  for (const text of outcome.pixels) expect(text).toContain(Array.from({ length: 64 }, (_, at) => `"${at}":9`).join());
});
