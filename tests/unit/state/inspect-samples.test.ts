import { fail, succeed } from '@/lib/core/result';
import { setParam } from '@/lib/document/commands/edit';
import type { InspectInput } from '@/lib/state/inspect-state';
import { createInspectBench, flush, lenet, START, type InspectBench } from '@/tests/unit/state/inspect-harness';

const drawing: InspectInput = { source: { kind: 'drawing' }, values: new Float32Array(784) };
const sample = (index: number) => ({ index, values: new Uint8Array(784), label: 7, target: [] });
const progress = (loaded: number) => ({ kind: 'data-progress', loaded, total: 100 }) as const;

/** The network is changed, and opened anew. */
async function edit(bench: InspectBench, units: number): Promise<void> {
  bench.page.document = setParam(lenet, { kind: 'set-param', node: 'dense_1', param: 'units', value: units });
  await bench.wait(10_000);
  bench.news();
  await flush();
  await bench.answer('open', succeed({ backend: 'wasm', weights: START }));
}

describe('how much of the data set has come', () => {
  test('is said while a sample is waited for', async () => {
    const bench = createInspectBench();
    await bench.opened();
    bench.emit(progress(40));
    expect(bench.inspect.store.getState().download).toEqual({ loaded: 40, total: 100 });
    await bench.answer('read-samples', succeed({ samples: [sample(0)] }));
    expect(bench.inspect.store.getState().download).toBeNull();
  });

  test.each([null, drawing])('is not said once another input was chosen instead', async (input) => {
    const bench = createInspectBench();
    await bench.opened();
    const { actions, store } = bench.inspect;
    bench.emit(progress(40));
    actions.setInput(input);
    expect(store.getState().download).toBeNull();
    bench.emit(progress(100));
    expect(store.getState().download).toBeNull();
    await bench.answer('read-samples', succeed({ samples: [sample(0)] }));
    expect(store.getState()).toMatchObject({ input, download: null, isFetching: false });
  });

  test('is said of the sample asked for next, also when the one before it arrives', async () => {
    const bench = createInspectBench();
    await bench.opened();
    const { actions, store } = bench.inspect;
    actions.setInput(null);
    void actions.showSample('test', 4);
    bench.emit(progress(60));
    const [first, second] = bench.asked('read-samples');
    first?.answer(succeed({ samples: [sample(0)] }));
    await flush();
    expect(store.getState()).toMatchObject({ isFetching: true, download: { loaded: 60 } });
    second?.answer(succeed({ samples: [sample(4)] }));
    await flush();
    expect(store.getState()).toMatchObject({ isFetching: false, download: null, input: { source: { index: 4 } } });
  });
});

describe('when the network is opened anew', () => {
  test('an input that a person took away stays away', async () => {
    const bench = createInspectBench();
    await bench.withInput();
    bench.inspect.actions.setInput(null);
    await edit(bench, 99);
    expect(bench.asked('read-samples')).toHaveLength(1);
    expect(bench.inspect.store.getState()).toMatchObject({ phase: { kind: 'ready' }, input: null, isFetching: false });
  });

  test('a sample that could not be had is asked for again', async () => {
    const bench = createInspectBench();
    await bench.opened();
    await bench.answer('read-samples', fail({ code: 'training/data-unreachable', node: null, detail: '' }));
    await edit(bench, 99);
    expect(bench.asked('read-samples')).toHaveLength(2);
  });

  test('a sample stands in for an input that no longer fits, also after one was taken away before it', async () => {
    const bench = createInspectBench();
    await bench.withInput();
    bench.inspect.actions.setInput(null);
    bench.inspect.actions.offerInput({ source: { kind: 'camera' }, values: new Float32Array(3) });
    await edit(bench, 99);
    expect(bench.asked('read-samples')).toHaveLength(2);
  });

  test('a sample asked for after the input was taken away is asked for again', async () => {
    const bench = createInspectBench();
    await bench.withInput();
    bench.inspect.actions.setInput(null);
    void bench.inspect.actions.showSample('test', 3);
    await edit(bench, 99);
    expect(bench.asked('read-samples')).toHaveLength(3);
  });
});
