import { succeed } from '@/lib/core/result';
import { buildLectureMnist } from '@/lib/document/templates/lecture-mnist';
import { setParam } from '@/lib/document/commands/edit';
import { createCompareStore, type CompareStore } from '@/lib/state/inspect-compare';
import type { WeightsChoice } from '@/lib/state/inspect-state';
import type { LookReply, LookRequest } from '@/lib/training/inspect/protocol';
import {
  createInspectBench,
  flush,
  lenet,
  START,
  weightsOfOne,
  type InspectBench,
} from '@/tests/unit/state/inspect-harness';

const KEPT: WeightsChoice = { kind: 'kept', run: 'r1', at: 3 };

/** What a worker answers of the first convolution, every number the same, and of the network. */
const seen = (value: number, output: number): LookReply => ({
  layers: [{ node: 'conv2d_1', shape: [28, 28, 6], values: new Float32Array(28 * 28 * 6).fill(value) }],
  miniatures: [],
  output: Float32Array.of(output),
  milliseconds: 1,
});

const coloured = setParam(lenet, { kind: 'set-param', node: 'input_1', param: 'shape', value: [28, 28, 3] });
const TANH = { node: 'tanh_2', shape: [10, 10, 16], values: new Float32Array(1600) };

/** A has seen the first test sample; B is held beside it and was given weights of its own. */
async function sideBySide(choice: WeightsChoice, document = lenet) {
  const [a, b] = [createInspectBench(), createInspectBench()];
  b.page.document = document;
  b.page.weights = { source: 'kept', run: 'r1', epoch: null, weights: weightsOfOne(0.5), isComplete: true };
  const compare = createCompareStore({ shown: a.inspect, openOther: () => b.inspect });
  compare.compareWith(choice);
  await a.withInput();
  await a.answer('look', succeed(seen(2, 7)));
  const leave = compare.enter();
  await flush();
  await b.answer('open', succeed({ backend: 'wasm', weights: START }));
  return { a, b, compare, leave };
}

const inputs = (bench: InspectBench) => bench.asked('look').map(({ request }) => (request as LookRequest).input[0]);
const pair = (compare: CompareStore) => compare.store.getState().pair;

describe('two networks side by side', () => {
  test('B is given what A has seen, and A − B is taken of the layer that is chosen', async () => {
    const { b, compare } = await sideBySide(KEPT);
    expect(inputs(b)).toEqual([1]);
    expect(b.asked('look')[0]?.request).toMatchObject({ layers: ['conv2d_1'], miniatures: [] });
    await b.answer('look', succeed(seen(0.5, 4)));
    expect(pair(compare)).toMatchObject({ partner: { node: 'conv2d_1', by: 'same' }, a: { node: 'conv2d_1' } });
    expect(pair(compare)?.difference?.values[99]).toBe(1.5);
    expect(pair(compare)?.outputs.map((output) => output?.[0])).toEqual([7, 4]);
  });

  test('while B is busy frames are left out, and each pair is of one input', async () => {
    const { a, b, compare } = await sideBySide(KEPT);
    for (const value of [10, 20]) {
      a.inspect.actions.offerInput({ source: { kind: 'camera' }, values: new Float32Array(784).fill(value) });
      await flush();
      await a.answer('look', succeed(seen(value, value)));
    }
    expect(inputs(b)).toEqual([1]);
    await b.answer('look', succeed(seen(0, 0)));
    expect(pair(compare)?.a.values[0]).toBe(2);
    expect(inputs(b)).toEqual([1, 20]);
    await b.answer('look', succeed(seen(5, 0)));
    expect(pair(compare)?.difference?.values[0]).toBe(15);
    expect(pair(compare)?.inputs.map(({ values }) => values[0])).toEqual([20, 20]);
  });

  test('where a layer has another shape in B there is no difference', async () => {
    const { b, compare } = await sideBySide(KEPT);
    const layers = [{ node: 'conv2d_1', shape: [28, 28, 4], values: new Float32Array(28 * 28 * 4) }];
    await b.answer('look', succeed({ ...seen(0, 0), layers }));
    expect(pair(compare)).toMatchObject({ b: { shape: [28, 28, 4] }, difference: null });
  });

  test('a layer that the other design does not have has no partner; what both networks say stands all the same', async () => {
    const { a, b, compare } = await sideBySide(KEPT, buildLectureMnist());
    a.inspect.actions.chooseLayer('tanh_2');
    await flush();
    await a.answer('look', succeed({ ...seen(0, 7), layers: [{ ...TANH }] }));
    await b.answer('look', succeed(seen(0, 1)));
    expect(b.asked('look').at(-1)?.request).toMatchObject({ layers: [] });
    await b.answer('look', succeed({ ...seen(0, 4), layers: [] }));
    expect(pair(compare)).toMatchObject({ a: { node: 'tanh_2' }, b: null, partner: null });
    expect(pair(compare)?.outputs[1][0]).toBe(4);
  });

  test('a network of another input shape is not asked, and that is said', async () => {
    const { b, compare } = await sideBySide(KEPT, coloured);
    expect(b.asked('look')).toHaveLength(0);
    expect(compare.store.getState()).toMatchObject({ isMisfit: true, pair: null });
  });

  test('a run that is deleted meanwhile is said to be gone, and nothing of it stays', async () => {
    const { b, compare } = await sideBySide(KEPT);
    await b.answer('look', succeed(seen(0.5, 4)));
    b.page.isGone = true;
    b.news();
    await b.wait(1000);
    expect(compare.store.getState()).toMatchObject({ phase: { kind: 'refused', reason: 'run-gone' }, pair: null });
  });

  test('what is seen of weights chosen before is not taken for those chosen now', async () => {
    const { b, compare } = await sideBySide(KEPT);
    b.page.mark = 'b';
    compare.compareWith({ kind: 'kept', run: 'r1', at: 4 });
    await b.answer('look', succeed(seen(0.5, 4)));
    expect(pair(compare)).toBeNull();
    expect(b.asked('look')).toHaveLength(1);
    await b.answer('set-weights', succeed({}));
    expect(b.asked('look')).toHaveLength(2);
  });

  test('leaving gives the second worker back', async () => {
    const { b, compare, leave } = await sideBySide(KEPT);
    leave();
    expect(b.disposed()).toBe(1);
    expect(compare.store.getState()).toMatchObject({ phase: { kind: 'closed' }, subject: null, choice: KEPT });
  });
});

describe('one network with two inputs', () => {
  test('B begins with another sample, and can keep what A is given', async () => {
    const { a, b, compare } = await sideBySide({ kind: 'current' });
    expect(a.asked('read-samples').map(({ request }) => request)).toEqual([
      { split: 'test', indices: [0] },
      { split: 'test', indices: [1] },
    ]);
    const sample = { index: 1, values: new Uint8Array(784).fill(51), label: 2, target: [] };
    await a.answer('read-samples', succeed({ samples: [sample] }));
    expect(inputs(b)[0]).toBeCloseTo(0.2, 6);
    await b.answer('look', succeed(seen(0.5, 4)));
    compare.holdInput();
    await flush();
    expect(inputs(b)[1]).toBe(1);
  });
});
