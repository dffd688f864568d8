import { expect, test } from './fixtures';

test('a range test tries rates that grow by one factor, tells each as it goes, and leaves no network behind', async ({
  harnessPage,
}) => {
  const { points, told, evaluation, repeated } = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { client, events } = harness.connect();
    const network = await harness.tinyNetwork();
    const dataset = await harness.dataset();
    const limits = { from: 1e-5, to: 1e-2, steps: 31 };
    const request = { ...network, settings: harness.settings({}), dataset, baseUrl: harness.baseUrl, limits };
    const first = await client.call('test-rates', { ...request, backend: 'wasm' });
    const told = events.flatMap((event) => (event.kind === 'rates' ? event.points : []));
    const evaluation = await client.call('evaluate', {});
    const second = await client.call('test-rates', { ...request, backend: 'wasm' });
    client.dispose();
    if (!first.ok || !second.ok) throw new Error('The range test failed.');
    return { points: first.value.points, told, evaluation, repeated: second.value.points };
  });
  // More batches than an epoch has, 15: the samples are gone through again.
  expect(points).toHaveLength(31);
  points.forEach(({ rate }, step) => expect(rate / (1e-5 * 10 ** (step / 10))).toBeCloseTo(1, 9));
  expect(told).toEqual(points);
  expect(repeated).toEqual(points);
  expect(evaluation).toMatchObject({ ok: false, error: { code: 'training/no-model' } });
});

test('a rate that is far too high ends the range test early', async ({ harnessPage }) => {
  const points = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { client } = harness.connect();
    const network = await harness.tinyNetwork();
    const base = harness.settings({});
    const settings = { ...base, optimizer: { ...base.optimizer, name: 'sgd' as const } };
    const limits = { from: 1e-3, to: 1e5, steps: 200 };
    const reply = await client.call('test-rates', {
      ...network,
      settings,
      dataset: await harness.dataset(),
      baseUrl: harness.baseUrl,
      backend: 'wasm',
      limits,
    });
    client.dispose();
    if (!reply.ok) throw new Error('The range test failed.');
    return reply.value.points;
  });
  expect(points.length).toBeGreaterThan(5);
  expect(points.length).toBeLessThan(200);
});
