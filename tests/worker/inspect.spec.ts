import type { DesignName } from './harness/designs';
import { expect, test } from './fixtures';

/** Of floating point: the same sums, not always in the same order. */
const CLOSE = 1e-5;

const DESIGNS: readonly DesignName[] = [
  'LeNet-5',
  'blocks in a row, with a way around',
  'sequences',
  // Between them: grouped and dilated convolutions, every normalization, padded pooling, merges, noise and dropout.
  1,
  11,
  23,
  34,
];

test('what is seen of every layer is what the network, cut off at that layer, gives for the same sample', async ({
  harnessPage,
}) => {
  const runs = await harnessPage.evaluate(async (designs) => {
    const { harness } = window;
    const dataset = await harness.dataset();
    const results = [];
    for (const name of designs) results.push({ name, ...(await harness.looksBesideCutNetworks(name, dataset)) });
    return results;
  }, DESIGNS);
  const wrong = runs.flatMap(({ name, seen }) =>
    seen.flatMap((layer) => (layer.apart < CLOSE ? [] : [{ name, ...layer }])),
  );
  expect(wrong).toEqual([]);
  for (const { output } of runs) expect(output).toBeLessThan(CLOSE);
  const shapes = new Map(runs[0]?.seen.map(({ node, shape }) => [node, shape.join(' × ')]));
  expect(shapes.get('conv2d_1')).toBe('28 × 28 × 6');
  const ranks = new Set(runs.flatMap(({ seen }) => seen.map(({ shape }) => shape.length)));
  expect([...ranks].sort()).toEqual([1, 2, 3]);
});

test('a miniature is the mean over the channels, scaled down by areas; a vector is one already', async ({
  harnessPage,
}) => {
  const { layers, large, small } = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { client } = harness.connectInspect();
    const request = harness.openRequest(await harness.tinyNetwork(), await harness.dataset());
    harness.must(await client.call('open', request));
    const input = Float32Array.from({ length: 64 }, (_, at) => ((at * 37) % 64) / 64);
    const look = async (layers: readonly string[], miniatureSize: number) => {
      const reply = harness.must(
        await client.call('look', { input, layers, miniatures: ['conv1', 'dense1'], miniatureSize }),
      );
      const plain = [...reply.layers, ...reply.miniatures].map(({ shape, values }) => ({ shape, values: [...values] }));
      return plain;
    };
    const [conv, dense, largeConv, largeDense] = await look(['conv1', 'dense1'], 32);
    return { layers: [conv, dense], large: [largeConv, largeDense], small: await look([], 3) };
  });
  const [conv, dense] = layers;
  expect(conv?.shape).toEqual([6, 6, 4]);
  expect(large[0]?.shape).toEqual([6, 6, 1]);
  const means = Array.from({ length: 36 }, (_, cell) => {
    const channels = conv?.values.slice(cell * 4, cell * 4 + 4) ?? [];
    return channels.reduce((sum, value) => sum + value, 0) / 4;
  });
  large[0]?.values.forEach((value, cell) => expect(value).toBeCloseTo(means[cell] ?? NaN, 5));
  expect(large[1]).toEqual(dense);
  expect(small.map(({ shape }) => shape)).toEqual([[3, 3, 1], [3]]);
  const corner = [0, 1, 6, 7].reduce((sum, cell) => sum + (means[cell] ?? NaN), 0) / 4;
  expect(small[0]?.values[0]).toBeCloseTo(corner, 5);
});

test('samples are those that a training with the same seed learns from, holds out and is tested on', async ({
  harnessPage,
}) => {
  const result = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { client, events } = harness.connectInspect();
    const training = harness.connect().client;
    const dataset = await harness.dataset();
    harness.must(await client.call('open', harness.openRequest(await harness.tinyNetwork(), dataset)));
    const before = events.length;
    const read = async (split: 'training' | 'validation' | 'test', indices: readonly number[]) =>
      harness
        .must(await client.call('read-samples', { split, indices }))
        .samples.map((sample) => ({ ...sample, values: [...sample.values] }));
    harness.must(await training.call('load-dataset', { dataset, baseUrl: harness.baseUrl }));
    const tested = harness.must(await training.call('samples', { indices: [3, 0] }));
    const all = [
      ...(await read('training', [...Array(461).keys()])),
      ...(await read('validation', [...Array(51).keys()])),
    ];
    return {
      before,
      tested: tested.samples.map((sample) => ({ ...sample, values: [...sample.values] })),
      test: await read('test', [3, 0]),
      different: new Set(all.map(({ values }) => values.join())).size,
      labels: [0, 1, 2, 3].map((label) => all.filter((sample) => sample.label === label).length),
      beyond: await client.call('read-samples', { split: 'validation', indices: [51] }),
    };
  });
  // Nothing is fetched before samples are asked for.
  expect(result.before).toBe(0);
  expect(result.test).toEqual(result.tested);
  expect(result.different).toBe(512);
  expect(result.labels.every((count) => count > 100)).toBe(true);
  expect(result.beyond).toMatchObject({ ok: false, error: { code: 'training/internal' } });
});

test('other weights show something else; those that do not fit are refused and the worker goes on', async ({
  harnessPage,
}) => {
  const result = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { client } = harness.connectInspect();
    const input = new Float32Array(64).fill(0.5);
    const look = () => client.call('look', { input, layers: ['conv1'], miniatures: [], miniatureSize: 8 });
    const seen = async () => [...(harness.must(await look()).layers[0]?.values ?? [])];
    const early = await look();
    const request = harness.openRequest(await harness.tinyNetwork(), await harness.dataset());
    const { weights } = harness.must(await client.call('open', request));
    const first = await seen();
    const doubled = weights.map((weight) => ({ ...weight, values: weight.values.map((value) => 2 * value) }));
    harness.must(await client.call('set-weights', { weights: doubled }));
    const second = await seen();
    const misfit = await client.call('set-weights', { weights: doubled.slice(1) });
    const short = await client.call('look', {
      input: input.slice(1),
      layers: ['conv1'],
      miniatures: [],
      miniatureSize: 8,
    });
    const unknown = await client.call('look', { input, layers: ['nobody'], miniatures: [], miniatureSize: 8 });
    const foreign = await client.call('open', { ...request, plan: { ...request.plan, inputShape: [9, 9, 1] } });
    const closed = await look();
    harness.must(await client.call('open', { ...request, weights }));
    return { early, first, second, misfit, short, unknown, foreign, closed, again: await seen() };
  });
  expect(result.early).toMatchObject({ ok: false, error: { code: 'training/no-model' } });
  result.second.forEach((value, at) => expect(value).toBeCloseTo(2 * (result.first[at] ?? NaN), 5));
  expect(result.misfit).toMatchObject({ ok: false, error: { code: 'training/shape-mismatch', node: 'conv1' } });
  expect(result.short).toMatchObject({ ok: false, error: { code: 'training/shape-mismatch' } });
  expect(result.short.ok === false && result.short.error.detail).toContain('63 values');
  expect(result.unknown).toMatchObject({ ok: false, error: { code: 'training/internal', node: 'nobody' } });
  expect(result.foreign).toMatchObject({ ok: false, error: { code: 'training/shape-mismatch', node: 'input' } });
  expect(result.closed).toMatchObject({ ok: false, error: { code: 'training/no-model' } });
  expect(result.again).toEqual(result.first);
});

test('a look is answered while long work goes on, which ends when it is stopped or the weights change', async ({
  harnessPage,
}) => {
  const result = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { client, until } = harness.connectInspect();
    const request = harness.openRequest(await harness.tinyNetwork(), await harness.dataset());
    const { weights } = harness.must(await client.call('open', request));
    /** Without end. */
    const excite = () =>
      client.call('excite', {
        unit: { layer: 'dense1', channel: 0 },
        cell: null,
        steps: 1e9,
        learningRate: 1e-6,
        withinRange: true,
        decay: 0,
        blurRadius: 0,
        blurEvery: 0,
        jitter: 0,
        clipSmallNorm: 0,
        clipSmallContribution: 0,
        seed: 1,
      });
    const look = () =>
      client.call('look', { input: new Float32Array(64), layers: ['conv1'], miniatures: [], miniatureSize: 8 });
    const first = excite();
    await until((event) => event.kind === 'excited');
    const looks = [await look(), await look()];
    await client.call('stop', { call: 'excite' });
    const second = excite();
    const changed = await client.call('set-weights', { weights });
    const third = excite();
    await client.call('open', request);
    return { looks, changed, ended: [await first, await second, await third] };
  });
  for (const look of result.looks) expect(look).toMatchObject({ ok: true, value: { layers: [{ node: 'conv1' }] } });
  expect(result.changed).toMatchObject({ ok: true });
  expect(result.ended).toEqual([0, 1, 2].map(() => ({ ok: true, value: null })));
});

test('two hundred looks leave nothing behind, nor does one that fails', async ({ harnessPage }) => {
  const [before, first, last, after] = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const options = { network: await harness.tinyNetwork(), dataset: await harness.dataset() };
    return harness.heldByLooks({ ...options, backend: 'wasm', count: 200 });
  });
  expect(last).toBe(first);
  expect(after).toBe(before);
});

test('going on to another layer computes nothing again for the same sample', async ({ harnessPage }) => {
  const computed = await harnessPage.evaluate(async () => {
    await window.harness.tinyNetwork();
    return window.harness.computedByLooks();
  });
  // All but the input, up to the network's output.
  expect(computed).toEqual([8, 0, 8]);
});

test('every backend shows the same, time and again, and what it has given stays whole', async ({ harnessPage }) => {
  const seen = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const network = await harness.tinyNetwork();
    const dataset = await harness.dataset();
    const input = Float32Array.from({ length: 64 }, (_, at) => at / 64);
    // The input and a flattened layer are where tensors share their values.
    const layers = ['input', 'conv1', 'pool1', 'flat', 'dense1'];
    const results = [];
    for (const backend of ['wasm', 'cpu', 'webgl'] as const) {
      const { client } = harness.connectInspect();
      const opened = harness.must(await client.call('open', harness.openRequest(network, dataset, backend)));
      const looks = [];
      for (let turn = 0; turn < 2; turn += 1) {
        const reply = harness.must(await client.call('look', { input, layers, miniatures: layers, miniatureSize: 8 }));
        looks.push([...reply.layers, ...reply.miniatures].map(({ values }) => [...values]));
      }
      results.push({ backend: opened.backend, looks });
      client.dispose();
    }
    return results;
  });
  expect(seen.map(({ backend }) => backend)).toEqual(['wasm', 'cpu', 'webgl']);
  const [wasm] = seen;
  for (const { looks } of seen) {
    expect(looks[1]).toEqual(looks[0]);
    looks[0]?.forEach((values, layer) => {
      const wanted = wasm?.looks[0]?.[layer] ?? [];
      expect(values).toHaveLength(wanted.length);
      values.forEach((value, at) => expect(value).toBeCloseTo(wanted[at] ?? NaN, 4));
    });
  }
});

test('data that cannot be had ends no look; they are asked for again when they are wanted again', async ({
  harnessPage,
  harness,
}) => {
  await harnessPage.evaluate(async () => {
    const { harness } = window;
    const connection = harness.connectInspect();
    const request = harness.openRequest(await harness.tinyNetwork(), await harness.dataset());
    harness.must(await connection.client.call('open', request));
    Object.assign(window, { inspected: connection.client });
  });
  const read = () => harnessPage.evaluate(() => window.inspected.call('read-samples', { split: 'test', indices: [0] }));
  harness.serve('missing');
  expect(await read()).toMatchObject({ ok: false, error: { code: 'training/data-unreachable' } });
  harness.serve('zipped');
  expect(
    await harnessPage.evaluate(() =>
      window.inspected.call('look', { input: new Float32Array(64), layers: [], miniatures: [], miniatureSize: 8 }),
    ),
  ).toMatchObject({ ok: true });
  expect(await read()).toMatchObject({ ok: true, value: { samples: [{ index: 0 }] } });
});

declare global {
  interface Window {
    inspected: ReturnType<typeof window.harness.connectInspect>['client'];
  }
}
