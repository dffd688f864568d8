import { tensorType, type Shape } from '@/lib/core/tensor-type';
import { checkParams } from '@/lib/layers/check-params';
import { evaluate, type Leaves } from '@/lib/layers/evaluate';
import { linearForm } from '@/lib/layers/linear-form';
import type { Params } from '@/lib/layers/fields';
import { layerDefinition, type LayerType } from '@/lib/layers/registry';

/** More than what engines take as arguments of a call: V8 some 120,000, JavaScriptCore 65,536. */
const MANY = 150_000;
const MEAN = (MANY - 1) / 2;

/** Input cells count up from 0 in their order; every other weight of a kernel is 1, its bias 5. */
function leavesOf(shape: Shape): Leaves {
  const at = (cell: readonly number[]): number => cell.reduce((sum, part, axis) => sum * (shape[axis] ?? 1) + part, 0);
  return {
    input: (_, cell) => at(cell),
    weight: (name, cell) => (name === 'bias' ? 5 : Math.max(...cell) % 2),
  };
}

function explained(type: LayerType, shape: Shape, given: Params = {}) {
  const definition = layerDefinition(type);
  if (definition === null) throw new Error(type);
  const { params } = checkParams(definition.fields, given);
  const inputs = [tensorType(...shape)];
  const output = definition.infer({ params, inputs });
  if (!output.ok) throw new Error(JSON.stringify(output.error));
  const cell = output.value.shape.map(() => 0);
  return definition.explain({ params, inputs, output: output.value }, cell);
}

const odd = (MANY / 2) ** 2;

test.each([
  ['dense', [MANY], { units: 1 }, odd + 5],
  ['dense', [MANY], { units: 1, useBias: false }, odd],
  ['conv2d', [1, 1, MANY], { filters: 1, kernelSize: [1, 1] }, odd + 5],
  ['conv1d', [1, MANY], { filters: 1, kernelSize: 1 }, odd + 5],
  ['global_max_pool2d', [300, 500, 1], {}, MANY - 1],
  ['global_avg_pool2d', [300, 500, 1], {}, MEAN],
  ['adaptive_avg_pool2d', [300, 500, 1], { outputSize: [1, 1] }, MEAN],
  ['global_max_pool1d', [MANY, 1], {}, MANY - 1],
  ['global_avg_pool1d', [MANY, 1], {}, MEAN],
] as const)('a cell of %s over %j with %j is worked out', (type, shape, given, expected) => {
  expect(evaluate(explained(type, shape, given), leavesOf(shape))).toBe(expected);
});

test('a softmax of as many equal numbers gives each its share', () => {
  const leaves: Leaves = { input: () => 1, weight: () => Number.NaN };
  expect(evaluate(explained('softmax', [MANY]), leaves)).toBeCloseTo(1 / MANY, 12);
});

test('the mean of as many numbers is taken off them by a layer normalization', () => {
  expect(explained('layer_norm', [MANY]).op).toBe('sum');
});

test('a dense unit over as many inputs is a weighted sum of all of them', () => {
  const form = linearForm(explained('dense', [MANY], { units: 1 }), leavesOf([MANY]).weight);
  expect(form?.terms).toHaveLength(MANY);
  expect(form?.terms.filter(({ factor }) => factor === 1)).toHaveLength(MANY / 2);
  expect(form?.constant).toBe(5);
});
