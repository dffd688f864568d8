import { LAYER_TYPES, layerDefinition, type LayerType } from '@/lib/layers/registry';
import { defaultParams, type Params } from '@/lib/layers/fields';
import { startingNumbers, workCell, workedOutput, type WorkedNumbers } from '@/lib/analysis/workings/worked-layer';
import { workedSite } from '@/lib/analysis/workings/worked-site';

const format = (value: number) => String(Math.round(value * 1000) / 1000).replace('-', '−');

function work(type: LayerType, changes: Params = {}, rank: number | null = 3) {
  const definition = layerDefinition(type);
  if (definition === null) throw new Error(`no ${type}`);
  const { inputs } = definition;
  const count = inputs.arity === 'many' ? inputs.min : inputs.arity === 'one' ? 1 : 0;
  const params = { ...(defaultParams(definition.fields) as Params), ...changes };
  const worked = workedSite(definition, { params, rank, inputs: count });
  return { worked, numbers: startingNumbers(worked) };
}

function textOf(
  type: LayerType,
  { cell, ...rest }: { cell: readonly number[]; changes?: Params; numbers?: WorkedNumbers },
) {
  const { worked, numbers } = work(type, rest.changes);
  const working = workCell(worked, rest.numbers ?? numbers, { cell, format });
  return `${(working.pieces ?? []).map(({ text }) => text).join('')} = ${format(working.value)}`;
}

test('ReLU keeps what is positive of a 3 × 3 × 2 tensor and sets the rest to 0', () => {
  const { worked, numbers } = work('relu');
  expect(worked.site.output.shape).toEqual([3, 3, 2]);
  expect(workedOutput(worked, numbers)).toEqual(numbers.inputs[0]?.map((value) => Math.max(value, 0)));
  expect(numbers.inputs[0]?.some((value) => value < 0)).toBe(true);
});

test('the windows of a 4 × 4 map have the maxima 2, 4, 3 and 5 and the means 1, 2, 2 and 3', () => {
  const largest = work('max_pool2d');
  const mean = work('avg_pool2d');
  expect(workedOutput(largest.worked, largest.numbers)).toEqual([2, 4, 3, 5]);
  expect(workedOutput(mean.worked, mean.numbers)).toEqual([1, 2, 2, 3]);
  expect(textOf('max_pool2d', { cell: [0, 0, 0] })).toBe('max(2, 0, 1, 1) = 2');
  expect(textOf('avg_pool2d', { cell: [0, 0, 0] })).toBe('(2 + 0 + 1 + 1) / 4 = 1');
});

test('flatten lays a 2 × 2 × 2 tensor out as 8 numbers', () => {
  const { worked, numbers } = work('flatten');
  expect(worked.site.inputs[0]?.shape).toEqual([2, 2, 2]);
  expect(workedOutput(worked, numbers)).toEqual(numbers.inputs[0]);
});

test('a convolution is the products of a window and a kernel, summed, and the bias', () => {
  // The upper left window is 2 0 4 / 1 1 2 / 3 2 5 and the kernel 1 0 −1 in every row; the first bias is 1.
  expect(textOf('conv2d', { cell: [0, 0, 0] })).toBe(
    '2 · 1 + 0 · 0 + 4 · (−1) + 1 · 1 + 1 · 0 + 2 · (−1) + 3 · 1 + 2 · 0 + 5 · (−1) + 1 = −4',
  );
});

test('what a calculation reads is named cell by cell', () => {
  const { worked, numbers } = work('conv2d', { useBias: false });
  const { leaves } = workCell(worked, numbers, { cell: [1, 1, 1], format });
  expect(leaves.filter(({ kind }) => kind === 'input').map(({ cell }) => cell.slice(0, 2).join())).toEqual([
    '1,1',
    '1,2',
    '1,3',
    '2,1',
    '2,2',
    '2,3',
    '3,1',
    '3,2',
    '3,3',
  ]);
  expect(leaves.filter(({ kind }) => kind === 'weight')).toHaveLength(9);
});

test('batch normalization is worked out with its four numbers per channel', () => {
  expect(textOf('batch_norm', { cell: [0, 0, 1] })).toMatch(/^1 · \(.+ − 1\) \/ √\(1 \+ 0\.001\) \+ 0 = /);
});

test('softmax shares 1 out', () => {
  const { worked, numbers } = work('softmax', {}, 1);
  const output = workedOutput(worked, numbers);
  expect(output.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
});

test('a calculation of very many numbers is counted instead of written out', () => {
  const { worked, numbers } = work('conv2d', { kernelSize: [9, 9] });
  const working = workCell(worked, numbers, { cell: [0, 0, 0], format });
  expect(working.pieces).toBeNull();
  expect(working.leaves).toHaveLength(2 * 81 + 1);
});

const TRANSFORMS = LAYER_TYPES.filter((type) => layerDefinition(type)?.role !== 'source' && type !== 'unknown');

test.each(TRANSFORMS)('%s can be worked out on a small input with finite numbers', (type) => {
  for (const rank of [null, 1, 2, 3]) {
    const { worked, numbers } = work(type, {}, rank);
    const output = workedOutput(worked, numbers);
    expect(output.every(Number.isFinite)).toBe(true);
    const cell = worked.site.output.shape.map((size) => size - 1);
    expect(workCell(worked, numbers, { cell, format }).value).toBe(output.at(-1));
  }
});
