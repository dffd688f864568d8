import { fail, succeed } from '@/lib/core/result';
import type { ParamValue } from '@/lib/core/problem';
import { setParam } from '@/lib/document/commands/edit';
import type { InspectInput } from '@/lib/state/inspect-state';
import type { LookRequest } from '@/lib/training/inspect/protocol';
import { createInspectBench, flush, lenet, seen, START, weightsOfRun } from '@/tests/unit/state/inspect-harness';

const changed = (node: string, param: string, value: ParamValue) =>
  setParam(lenet, { kind: 'set-param', node, param, value });
const drawing = (value: number): InspectInput => ({
  source: { kind: 'drawing' },
  values: new Float32Array(784).fill(value),
});
const frame = (value: number): InspectInput => ({ ...drawing(value), source: { kind: 'camera' } });
const inputs = (requests: readonly { readonly request: unknown }[]) =>
  requests.map(({ request }) => (request as LookRequest).input[0]);

describe('opening', () => {
  test('an untrained network is opened with its start values, which are shown as such', async () => {
    const bench = createInspectBench();
    await bench.opened();
    const { phase, subject, layer } = bench.inspect.store.getState();
    expect(phase.kind).toBe('ready');
    expect(subject?.source).toBe('start');
    expect(subject?.weights).toBe(START);
    expect(subject?.layers.slice(0, 2).map(({ node, shape }) => [node, shape])).toEqual([
      ['input_1', [28, 28, 1]],
      ['conv2d_1', [28, 28, 6]],
    ]);
    expect(layer).toBe('conv2d_1');
    expect(bench.asked('open')[0]?.request).toMatchObject({
      weights: null,
      normalization: 'unit',
      validationShare: 0.1,
    });
  });

  test('the first test sample is looked at, as bytes over 255', async () => {
    const bench = createInspectBench();
    await bench.withInput();
    expect(bench.asked('read-samples')[0]?.request).toEqual({ split: 'test', indices: [0] });
    const [look] = bench.asked('look');
    expect(look?.request).toMatchObject({ layers: ['conv2d_1'], miniatures: [] });
    expect(inputs(bench.asked('look'))).toEqual([1]);
  });

  test('weights that only some layers have are laid over the start values of the others', async () => {
    const bench = createInspectBench();
    const halves = (bench.page.weights = { ...weightsOfRun('imported', 0.5), run: null, isComplete: false });
    bench.inspect.actions.open();
    await flush();
    const other = { name: 'conv2d_1/bias', shape: [6], values: new Float32Array(6) };
    await bench.answer('open', succeed({ backend: 'wasm', weights: [...START, other] }));
    expect(bench.asked('set-weights')[0]?.request).toEqual({ weights: [...halves.weights, other] });
    await bench.answer('set-weights', succeed({}));
    expect(bench.inspect.store.getState().subject?.source).toBe('imported');
  });

  test('what failed is tried again when the design is another', async () => {
    const bench = createInspectBench();
    bench.inspect.actions.open();
    await flush();
    await bench.answer('open', fail({ code: 'training/build-failed', node: null, detail: 'on purpose' }));
    bench.news();
    await flush();
    expect(bench.asked('open')).toHaveLength(1);
    expect(bench.inspect.store.getState().phase.kind).toBe('failed');
    bench.page.document = changed('dense_1', 'units', 99);
    await bench.wait(10_000);
    bench.news();
    await flush();
    expect(bench.asked('open')).toHaveLength(2);
  });

  test('a data set of other pictures than the network takes is left out', async () => {
    const bench = createInspectBench();
    bench.page.document = { ...lenet, training: { ...lenet.training, dataset: 'scenes' } };
    await bench.opened();
    const { phase, subject } = bench.inspect.store.getState();
    expect(phase.kind).toBe('ready');
    expect(subject?.takesSamples).toBe(false);
    expect(bench.asked('open')[0]?.request).toMatchObject({ dataset: { inputShape: [28, 28, 1] } });
  });

  test('layers are called by the names of the language', async () => {
    const bench = createInspectBench();
    await bench.opened();
    const title = () => bench.inspect.store.getState().subject?.layers[1]?.title;
    expect(title()).toBe('Conv2D');
    bench.page.locale = 'vi';
    await bench.wait(10_000);
    bench.news();
    await flush();
    expect(title()).toBe('Tích chập 2D');
  });

  test('a layer has the unit that was chosen in it before', async () => {
    const bench = createInspectBench();
    await bench.opened();
    const { actions, store } = bench.inspect;
    actions.pickUnit(3);
    actions.chooseLayer('tanh_1');
    expect(store.getState().unit).toBeNull();
    actions.chooseLayer('conv2d_1');
    expect(store.getState().unit).toBe(3);
  });

  test('a design with mistakes is refused, and opened when they are mended', async () => {
    const bench = createInspectBench();
    bench.page.document = changed('conv2d_2', 'kernelSize', [40, 40]);
    bench.inspect.actions.open();
    await flush();
    expect(bench.inspect.store.getState().phase).toEqual({ kind: 'refused', reason: 'mistakes' });
    bench.page.document = lenet;
    bench.page.now = 5000;
    bench.news();
    await flush();
    await bench.answer('open', succeed({ backend: 'wasm', weights: START }));
    expect(bench.inspect.store.getState().phase.kind).toBe('ready');
  });

  test('a network whose data set is not there is opened without samples, and without their mean', async () => {
    const bench = createInspectBench();
    const training = { ...lenet.training, dataset: 'own-gone', normalization: 'standard' } as const;
    bench.page.document = { ...lenet, training };
    await bench.opened();
    const { phase, subject, input } = bench.inspect.store.getState();
    expect([phase.kind, subject?.takesSamples, subject?.dataset.test.count, input]).toEqual(['ready', false, 0, null]);
    expect(bench.asked('open')[0]?.request).toMatchObject({ normalization: 'unit' });
  });

  test('a network of another input shape than its data set is opened, and waits for a picture', async () => {
    const bench = createInspectBench();
    bench.page.document = changed('input_1', 'shape', [32, 32, 1]);
    await bench.opened();
    const { phase, subject, input } = bench.inspect.store.getState();
    expect([phase.kind, subject?.takesSamples, input]).toEqual(['ready', false, null]);
    expect(bench.asked('read-samples')).toHaveLength(0);
  });

  test('a failure is shown, and trying again starts another worker', async () => {
    const bench = createInspectBench();
    bench.inspect.actions.open();
    await flush();
    const failure = { code: 'training/out-of-memory', node: null, detail: 'too big' } as const;
    await bench.answer('open', fail(failure));
    expect(bench.inspect.store.getState().phase).toEqual({ kind: 'failed', failure });
    bench.inspect.actions.retry();
    await flush();
    expect(bench.disposed()).toBe(1);
    await bench.answer('open', succeed({ backend: 'wasm', weights: START }));
    expect(bench.inspect.store.getState().phase.kind).toBe('ready');
  });

  test('while a design is edited, only the last of its states is opened', async () => {
    const bench = createInspectBench();
    await bench.opened();
    const edit = (filters: number) => {
      bench.page.document = changed('conv2d_1', 'filters', filters);
      bench.page.now += 2000;
      bench.news();
    };
    edit(7);
    await flush();
    edit(8);
    edit(9);
    await bench.answer('open', succeed({ backend: 'wasm', weights: START }));
    await bench.answer('open', succeed({ backend: 'wasm', weights: START }));
    expect(bench.asked('open')).toHaveLength(3);
    const shapes = bench.inspect.store.getState().subject?.layers.map(({ shape }) => shape.at(-1));
    expect(shapes?.[1]).toBe(9);
  });
});

describe('looking', () => {
  test('one look is asked for at a time, then one at the newest input', async () => {
    const bench = createInspectBench();
    await bench.withInput();
    for (const value of [0.1, 0.2, 0.3]) bench.inspect.actions.offerInput(frame(value));
    expect(bench.asked('look')).toHaveLength(1);
    await bench.answer('look', succeed(seen));
    expect(inputs(bench.asked('look'))).toEqual([1, Math.fround(0.3)]);
    await bench.answer('look', succeed(seen));
    expect(bench.asked('look')).toHaveLength(2);
  });

  test('what is frozen keeps its input, until a person chooses another', async () => {
    const bench = createInspectBench();
    await bench.withInput();
    await bench.answer('look', succeed(seen));
    bench.inspect.actions.setFrozen(true);
    bench.inspect.actions.offerInput(frame(0.4));
    expect(bench.inspect.store.getState().input?.values[0]).toBe(1);
    bench.inspect.actions.setInput(drawing(0.5));
    const { input, isFrozen } = bench.inspect.store.getState();
    expect([input?.values[0], isFrozen]).toEqual([0.5, false]);
  });

  test('layers that others watch come along, once, for as long as they are watched', async () => {
    const bench = createInspectBench();
    await bench.withInput();
    await bench.answer('look', succeed(seen));
    const release = bench.inspect.actions.watch(['conv2d_1', 'softmax_1', 'nowhere']);
    const releaseSmall = bench.inspect.actions.watchMiniatures(['input_1']);
    await bench.answer('look', succeed(seen));
    expect(bench.asked('look').at(-1)?.request).toMatchObject({
      layers: ['conv2d_1', 'softmax_1'],
      miniatures: ['input_1'],
    });
    release();
    releaseSmall();
    await bench.answer('look', succeed(seen));
    bench.inspect.actions.chooseLayer('conv2d_2');
    expect(bench.asked('look').at(-1)?.request).toMatchObject({ layers: ['conv2d_2'], miniatures: [] });
  });

  test('what is shown is all of one look, and its number goes up', async () => {
    const bench = createInspectBench();
    await bench.withInput();
    const layer = { node: 'conv2d_1', shape: [28, 28, 6], values: new Float32Array(4704) };
    await bench.answer('look', succeed({ ...seen, layers: [layer] }));
    const { looks, turn } = bench.inspect.store.getState();
    expect([looks.get('conv2d_1'), turn]).toEqual([layer, 1]);
  });

  test('the rate counts the looks of the last second and is gone at rest', async () => {
    const bench = createInspectBench();
    await bench.withInput();
    await bench.answer('look', succeed(seen));
    for (let turn = 1; turn <= 5; turn += 1) {
      bench.page.now += 100;
      bench.inspect.actions.offerInput(frame(turn / 10));
      await bench.answer('look', succeed(seen));
    }
    expect(bench.inspect.store.getState().rate).toBe(10);
    await bench.wait(2000);
    expect(bench.inspect.store.getState().rate).toBeNull();
  });

  test('another layer has no unit chosen', async () => {
    const bench = createInspectBench();
    await bench.withInput();
    bench.inspect.actions.pickUnit(3);
    bench.inspect.actions.chooseLayer('conv2d_2');
    expect(bench.inspect.store.getState()).toMatchObject({ layer: 'conv2d_2', unit: null });
    bench.inspect.actions.chooseLayer('not_there');
    expect(bench.inspect.store.getState().layer).toBe('conv2d_2');
  });
});

describe('weights', () => {
  const trained = weightsOfRun('training', 0.7);

  test('a training is followed, at most once a second, without opening the network again', async () => {
    const bench = createInspectBench();
    await bench.withInput();
    bench.page.weights = trained;
    for (const mark of ['b', 'c', 'd']) {
      bench.page.mark = mark;
      bench.news();
    }
    await flush();
    expect(bench.asked('set-weights')).toHaveLength(0);
    await bench.wait(1000);
    expect(bench.asked('set-weights').map(({ request }) => request)).toEqual([{ weights: trained.weights }]);
    await bench.answer('set-weights', succeed({}));
    expect(bench.inspect.store.getState().subject).toMatchObject({ source: 'training', run: 'run' });
    expect(bench.asked('open')).toHaveLength(1);
  });

  test('a kept checkpoint is looked at at once, and the newest choice wins', async () => {
    const bench = createInspectBench();
    await bench.withInput();
    bench.page.weights = weightsOfRun('kept', 0.2);
    for (const at of [1, 2, 3]) bench.inspect.actions.setChoice({ kind: 'kept', run: 'run', at });
    await flush();
    await bench.answer('set-weights', succeed({}));
    expect(bench.asked('set-weights').length).toBeLessThanOrEqual(2);
    expect(bench.inspect.store.getState()).toMatchObject({ choice: { at: 3 }, subject: { source: 'kept' } });
  });

  test('a run deleted while it is looked at says so, and the weights at hand can be gone back to', async () => {
    const bench = createInspectBench();
    await bench.withInput();
    bench.page.weights = weightsOfRun('kept', 0.2);
    bench.inspect.actions.setChoice({ kind: 'kept', run: 'run', at: 1 });
    await flush();
    await bench.answer('set-weights', succeed({}));
    bench.page.isGone = true;
    bench.page.now += 5000;
    bench.news();
    await flush();
    expect(bench.inspect.store.getState()).toMatchObject({
      phase: { kind: 'refused', reason: 'run-gone' },
      subject: null,
    });
    bench.page.isGone = false;
    bench.page.weights = 'start';
    bench.inspect.actions.setChoice({ kind: 'current' });
    await flush();
    await bench.answer('open', succeed({ backend: 'wasm', weights: START }));
    expect(bench.inspect.store.getState().phase.kind).toBe('ready');
  });

  test('news without other weights ask the worker for nothing', async () => {
    const bench = createInspectBench();
    await bench.withInput();
    await bench.answer('look', succeed(seen));
    bench.page.now += 5000;
    bench.news();
    await flush();
    expect([bench.asked('set-weights').length, bench.asked('look').length]).toEqual([0, 1]);
  });

  test('nothing is followed once nobody looks', async () => {
    const bench = createInspectBench();
    const close = bench.inspect.actions.open();
    await flush();
    await bench.answer('open', succeed({ backend: 'wasm', weights: START }));
    close();
    bench.page.mark = 'b';
    bench.page.weights = trained;
    bench.page.now += 5000;
    bench.news();
    await flush();
    expect(bench.asked('set-weights')).toHaveLength(0);
  });
});

test('a sample that comes after another input was chosen does not take its place', async () => {
  const bench = createInspectBench();
  await bench.opened();
  bench.inspect.actions.setInput(drawing(0.5));
  await bench.answer(
    'read-samples',
    succeed({ samples: [{ index: 0, values: new Uint8Array(784), label: 7, target: [] }] }),
  );
  expect(bench.inspect.store.getState().input?.source.kind).toBe('drawing');
});

test('a data set that cannot be fetched is said, and other inputs still work', async () => {
  const bench = createInspectBench();
  await bench.opened();
  const failure = { code: 'training/data-unreachable', node: null, detail: '' } as const;
  await bench.answer('read-samples', fail(failure));
  expect(bench.inspect.store.getState()).toMatchObject({ phase: { kind: 'ready' }, sampleFailure: failure });
  bench.inspect.actions.setInput(drawing(0.5));
  expect(bench.inspect.store.getState().sampleFailure).toBeNull();
  expect(bench.asked('look')).toHaveLength(1);
});

describe('an input that is taken away', () => {
  const sample = (index: number) => ({ index, values: new Uint8Array(784), label: 7, target: [] });
  const values = new Float32Array(784);
  const look = { ...seen, layers: [{ node: 'conv2d_1', shape: [28, 28, 1], values }] };

  test('leaves no look, no small picture and no verdict, also of the look under way', async () => {
    const bench = createInspectBench();
    await bench.withInput();
    await bench.answer('look', succeed(look));
    const { actions, store } = bench.inspect;
    actions.setInput(drawing(0.5));
    await flush();
    actions.setInput(null);
    const nothing = { input: null, seen: null, output: null, looks: new Map(), miniatures: new Map(), isFrozen: false };
    expect(store.getState()).toMatchObject(nothing);
    await bench.answer('look', succeed(look));
    expect(store.getState()).toMatchObject(nothing);
    actions.setInput(drawing(0.25));
    await flush();
    expect(inputs(bench.asked('look')).at(-1)).toBe(0.25);
  });

  test('is not brought back by a sample that was on its way', async () => {
    const bench = createInspectBench();
    await bench.opened();
    const { actions, store } = bench.inspect;
    expect(store.getState().isFetching).toBe(true);
    actions.setInput(null);
    expect(store.getState().isFetching).toBe(false);
    await bench.answer('read-samples', succeed({ samples: [sample(0)] }));
    expect(store.getState().input).toBeNull();
  });

  test('of several samples asked for, the last is shown', async () => {
    const bench = createInspectBench();
    await bench.withInput();
    const { actions, store } = bench.inspect;
    const shown = [actions.showSample('test', 3), actions.showSample('test', 4)];
    await flush();
    const [third, fourth] = bench.asked('read-samples').slice(-2);
    third?.answer(succeed({ samples: [sample(3)] }));
    await flush();
    expect(store.getState().isFetching).toBe(true);
    fourth?.answer(succeed({ samples: [sample(4)] }));
    await flush();
    expect(await Promise.all(shown)).toEqual([false, true]);
    expect(store.getState()).toMatchObject({ input: { source: { index: 4 } }, isFetching: false });
  });
});
