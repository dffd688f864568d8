import { expect, test } from './fixtures';

test('two outputs learn together: the class, and the picture itself by a weight of its own', async ({
  harnessPage,
}) => {
  const run = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { client, events } = harness.connect();
    const network = await harness.twoOutputs();
    const heads = { again: { target: 'input', loss: 'mean-squared-error', weight: 4 } } as const;
    const { optimizer } = harness.settings();
    const settings = harness.settings({
      heads,
      epochs: 4,
      optimizer: { ...optimizer, name: 'lion', learningRate: 0.003 },
    });
    const dataset = await harness.dataset();
    const outcome = await client.call('train', {
      ...network,
      settings,
      dataset,
      baseUrl: harness.baseUrl,
      backend: 'wasm',
    });
    const tested = await client.call('evaluate', {});
    const metrics = events.flatMap((event) => (event.kind === 'epoch' ? [event.metrics] : []));
    return { outcome, tested, metrics };
  });
  expect(run.outcome).toMatchObject({ ok: true, value: { ended: 'finished', epochs: 4 } });
  const [first, last] = [run.metrics[0], run.metrics.at(-1)];
  expect(last?.validationLoss).toBeLessThan(0.6 * (first?.validationLoss ?? 0));
  expect(last?.validationAccuracy).toBeGreaterThan(0.9);
  expect(run.tested).toMatchObject({ ok: true, value: { count: 128, heads: [{}, {}] } });
  // Of every epoch too: each output's own loss, and of all what they give by their weights.
  for (const { validationLoss, validationAccuracy, heads = [] } of run.metrics) {
    expect(heads.map(({ name, kind }) => [name, kind])).toEqual([
      ['classes', 'classes'],
      ['again', 'values'],
    ]);
    const [classes, again] = heads;
    expect((classes?.loss ?? NaN) + 4 * (again?.loss ?? NaN)).toBeCloseTo(validationLoss ?? NaN, 5);
    expect(classes?.score).toBeCloseTo(validationAccuracy ?? NaN, 6);
  }
  expect(last?.heads?.[1]?.loss).toBeLessThan(first?.heads?.[1]?.loss ?? 0);
  // The score of all is the first output's.
  const report = run.tested.ok ? run.tested.value : null;
  expect(report?.heads?.[0]?.score).toBeCloseTo(report?.accuracy ?? NaN, 6);
  expect(new Set(report?.heads?.map(({ name }) => name)).size).toBe(2);
});

test('early stopping ends a run that gets no better by enough', async ({ harnessPage }) => {
  const run = await harnessPage.evaluate(async () => {
    const { harness } = window;
    const { client, events } = harness.connect();
    const network = await harness.twoOutputs();
    const { optimizer } = harness.settings();
    // No epoch can be better than the first by ten.
    const settings = harness.settings({
      epochs: 8,
      optimizer: { ...optimizer, name: 'sgd', learningRate: 0.01 },
      earlyStopping: { isOn: true, monitor: 'validation-loss', patience: 2, minDelta: 10 },
    });
    const dataset = await harness.dataset();
    const outcome = await client.call('train', {
      ...network,
      settings,
      dataset,
      baseUrl: harness.baseUrl,
      backend: 'wasm',
    });
    return { outcome, epochs: events.filter(({ kind }) => kind === 'epoch').length };
  });
  expect(run.outcome).toMatchObject({
    ok: true,
    value: { ended: 'finished', epochs: 3, earlyStopping: { stopped: true, best: 1 } },
  });
  expect(run.epochs).toBe(3);
});
