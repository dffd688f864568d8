import { succeed } from '@/lib/core/result';
import type { InspectInput } from '@/lib/state/inspect-state';
import { createInspectBench, seen } from '@/tests/unit/state/inspect-harness';

/** A picture with one bright pixel. */
function dot(row: number, column: number, kind: 'camera' | 'drawing' = 'drawing'): InspectInput {
  const values = new Float32Array(784);
  values[row * 28 + column] = 1;
  return { source: { kind }, values };
}

const brightest = (input: InspectInput | null) => {
  const at = input?.values.indexOf(1) ?? -1;
  return at < 0 ? null : [Math.floor(at / 28), at % 28];
};

test('a picture is moved pixel by pixel from where it came, and goes back whole', async () => {
  const bench = createInspectBench();
  await bench.withInput();
  const { actions, store } = bench.inspect;
  actions.setInput(dot(5, 26));
  actions.moveInput([0, 1]);
  actions.moveInput([2, 1]);
  expect(brightest(store.getState().input)).toBeNull();
  expect(store.getState().input?.moved?.by).toEqual([2, 2]);
  actions.moveInput([0, -3]);
  expect(brightest(store.getState().input)).toEqual([7, 25]);
  actions.moveInput(null);
  expect(store.getState().input).toEqual(dot(5, 26));
});

test('what is moved is looked at, and stands as what was seen', async () => {
  const bench = createInspectBench();
  await bench.withInput();
  await bench.answer('look', succeed(seen));
  bench.inspect.actions.moveInput([1, 0]);
  expect(bench.asked('look')).toHaveLength(2);
  await bench.answer('look', succeed(seen));
  expect(bench.inspect.store.getState().seen?.moved?.by).toEqual([1, 0]);
});

test('a camera’s next frames are moved as well; another kind of input, or one that is chosen, is not', async () => {
  const bench = createInspectBench();
  await bench.withInput();
  const { actions, store } = bench.inspect;
  actions.offerInput(dot(4, 4, 'camera'));
  actions.moveInput([0, 3]);
  actions.offerInput(dot(6, 4, 'camera'));
  expect(brightest(store.getState().input)).toEqual([6, 7]);
  actions.moveInput([1, 0]);
  expect(brightest(store.getState().input)).toEqual([7, 7]);
  actions.setInput(dot(4, 4));
  expect(brightest(store.getState().input)).toEqual([4, 4]);
  actions.moveInput([0, 3]);
  actions.offerInput(dot(4, 4, 'camera'));
  expect(brightest(store.getState().input)).toEqual([4, 4]);
});

test('it stays in sight: one row and one column of it at least', async () => {
  const bench = createInspectBench();
  await bench.withInput();
  bench.inspect.actions.moveInput([-40, 100]);
  expect(bench.inspect.store.getState().input?.moved?.by).toEqual([-27, 27]);
});

test('without an input there is nothing to move', async () => {
  const bench = createInspectBench();
  bench.inspect.actions.moveInput([0, 1]);
  expect(bench.inspect.store.getState().input).toBeNull();
});
