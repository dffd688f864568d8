import { expect, test } from './fixtures';

test('a run that is looked at closely tells gradients, steps and activations of every layer', async ({
  harnessPage,
}) => {
  const seen = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { client, events } = harness.connect();
    const network = await harness.tinyNetwork();
    const settings = harness.settings({ epochs: 1 });
    const { layers } = network.plan;
    const activations = layers
      .filter(({ name }) => !network.plan.inputs.includes(name))
      .map(({ name }) => ({ name, flat: { kind: 'dead' as const, low: 0, high: Infinity } }));
    const health = { level: 'full', activations } as const;
    const dataset = await harness.dataset();
    const { baseUrl } = harness;
    const result = await client.call('train', { ...network, settings, dataset, baseUrl, backend: 'wasm', health });
    client.dispose();
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return {
      batches: result.value.batches,
      snapshots: events.flatMap((event) => (event.kind === 'health' ? [event.snapshot] : [])),
      weighted: layers.filter(({ weights }) => weights.some(({ trainable }) => trainable)).map(({ name }) => name),
      watched: activations.map(({ name }) => name),
    };
  });
  // However soon it comes after the first look.
  expect(seen.snapshots.at(-1)?.batch).toBe(seen.batches - 1);
  const [first] = seen.snapshots;
  if (first === undefined) throw new Error('Nobody looked.');
  const withGradients = first.layers.filter(({ gradientNorm }) => gradientNorm !== null);
  expect(withGradients.map(({ name }) => name)).toEqual(seen.weighted);
  for (const layer of withGradients) {
    expect(layer.gradientNorm).toBeGreaterThan(0);
    expect(layer.weightNorm).toBeGreaterThan(0);
    // Adam's first steps move every weight by the learning rate, 0.01, at most.
    const most = (0.0101 * Math.sqrt(layer.weightCount)) / (layer.weightNorm ?? 0);
    expect(layer.updateRatio).toBeGreaterThan(0);
    expect(layer.updateRatio).toBeLessThanOrEqual(most);
    const inBins = layer.weights?.counts.reduce((sum, count) => sum + count, 0);
    expect(inBins).toBe(Math.min(layer.weightCount, inBins ?? 0));
    expect(layer.gradients).not.toBeNull();
  }
  const activations = first.layers.filter(({ activation }) => activation !== null);
  expect(activations.map(({ name }) => name)).toEqual(seen.watched);
  for (const { activation } of activations) {
    expect(activation?.deviation).toBeGreaterThan(0);
    expect(activation?.flat?.share).toBeGreaterThanOrEqual(0);
    expect(activation?.flat?.share).toBeLessThanOrEqual(1);
  }
});

test('looking changes nothing of what is learned', async ({ harnessPage }) => {
  const weights = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const network = await harness.tinyNetwork();
    const dataset = await harness.dataset();
    const run = async (level: 'gradients' | 'full') => {
      const { client } = harness.connect();
      const activations =
        level === 'full' ? network.plan.layers.slice(1).map(({ name }) => ({ name, flat: null })) : [];
      const request = { settings: harness.settings({ epochs: 1 }), dataset, baseUrl: harness.baseUrl };
      const health = { level, activations };
      const result = await client.call('train', { ...network, ...request, backend: 'wasm', health });
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      const reply = await client.call('get-weights', {});
      client.dispose();
      return reply.ok ? reply.value.weights.map(({ values }) => [...values]) : [];
    };
    return [await run('gradients'), await run('full')];
  });
  expect(weights[0]?.length).toBeGreaterThan(0);
  expect(weights[1]).toEqual(weights[0]);
});

test('a unit that gives nothing is dead, and a saturated value is counted', async ({ harnessPage }) => {
  const shares = await harnessPage.evaluate(() => window.harness.flatShares());
  // Of four units two give 0 for every row; of eight values three are beyond ±0.9.
  expect(shares.dead).toBeCloseTo(0.5, 6);
  expect(shares.saturated).toBeCloseTo(3 / 8, 6);
  expect(shares.mean).toBeCloseTo(3 / 8, 6);
  expect(shares.deviation).toBeCloseTo(Math.sqrt(5 / 8 - (3 / 8) ** 2), 5);
});
