import { succeed } from '@/lib/core/result';
import { classesOf } from '@/lib/datasets/dataset';
import { setParam } from '@/lib/document/commands/edit';
import type { Document } from '@/lib/document/document';
import type { ParamValue } from '@/lib/core/problem';
import type { InspectInput } from '@/lib/state/inspect-state';
import type { LookRequest } from '@/lib/training/inspect/protocol';
import { createInspectBench, flush, lenet, seen, START } from '@/tests/unit/state/inspect-harness';

const changed = (node: string, param: string, value: ParamValue) =>
  setParam(lenet, { kind: 'set-param', node, param, value });
const frame = (value: number): InspectInput => ({
  source: { kind: 'camera' },
  values: new Float32Array(784).fill(value),
});
const inputs = (requests: readonly { readonly request: unknown }[]) =>
  requests.map(({ request }) => (request as LookRequest).input[0]);

test('a data set of another shape is named; one that fits and one that is not there are no misfits', async () => {
  for (const [dataset, shape] of [
    ['mnist', undefined],
    ['own-gone', undefined],
    ['scenes', [64, 64, 3]],
  ] as const) {
    const bench = createInspectBench();
    bench.page.document = { ...lenet, training: { ...lenet.training, dataset } };
    await bench.opened();
    expect(bench.inspect.store.getState().subject?.unfit?.inputShape).toEqual(shape);
  }
});

test('names that come with the product are those of the language', async () => {
  const bench = createInspectBench();
  const shape = { kind: 'set-param', node: 'input_1', param: 'shape', value: [64, 64, 3] } as const;
  const document = setParam(lenet, shape);
  bench.page.document = { ...document, training: { ...document.training, dataset: 'scenes' } };
  await bench.opened();
  const names = () => {
    const { dataset } = bench.inspect.store.getState().subject ?? {};
    return dataset === undefined ? [] : [dataset.title, ...classesOf(dataset)];
  };
  expect(names()).toEqual(['House / person / tree', 'house', 'person', 'tree']);
  bench.page.locale = 'vi';
  await bench.wait(10_000);
  bench.news();
  await flush();
  expect(names()).toEqual(['Nhà / người / cây', 'nhà', 'người', 'cây']);
});

test('a unit stays chosen in a network that is changed, unless there is none of its number, and not in another design', async () => {
  const bench = createInspectBench();
  await bench.opened();
  const { actions, store } = bench.inspect;
  const open = async (document: Document): Promise<number | null> => {
    bench.page.document = document;
    await bench.wait(10_000);
    bench.news();
    await flush();
    await bench.answer('open', succeed({ backend: 'wasm', weights: START }));
    return store.getState().unit;
  };
  actions.pickUnit(3);
  expect(await open(changed('dense_1', 'units', 99))).toBe(3);
  expect(await open(changed('conv2d_1', 'filters', 3))).toBeNull();
  actions.pickUnit(2);
  bench.page.design = 'another';
  expect(await open(changed('dense_1', 'units', 98))).toBeNull();
  actions.chooseLayer('tanh_1');
  actions.chooseLayer('conv2d_1');
  expect(store.getState().unit).toBeNull();
});

test('the next frame of what stands still is looked at, and nothing moves', async () => {
  const bench = createInspectBench();
  await bench.withInput();
  await bench.answer('look', succeed(seen));
  bench.inspect.actions.setFrozen(true);
  bench.inspect.actions.stepInput(frame(0.4));
  expect(inputs(bench.asked('look')).at(-1)).toBe(Math.fround(0.4));
  expect(bench.inspect.store.getState().isFrozen).toBe(true);
});
