import type { Json } from '@/lib/core/json';
import { tensorType } from '@/lib/core/tensor-type';
import { LAYER_TYPES, layerDefinition } from '@/lib/layers/registry';

/** Every layer that a single Keras layer is read as, with its parameters. */
function readAs(className: string, config: Readonly<Record<string, Json>>, kerasVersion: 2 | 3 = 2) {
  return LAYER_TYPES.flatMap((type) =>
    (layerDefinition(type)?.reads ?? [])
      .filter(({ classes }) => classes.join() === className)
      .flatMap((reader) => {
        const params = reader.params([{ className, config, kerasVersion }], [tensorType(4, 4, 6)]);
        return params === null ? [] : [[type, params] as const];
      }),
  );
}

test.each([
  ['elu', 'elu', { alpha: 1 }],
  ['selu', 'selu', {}],
  ['gelu', 'gelu', { form: 'exact' }],
  ['swish', 'silu', {}],
  ['silu', 'silu', {}],
  ['relu6', 'relu6', {}],
  ['softplus', 'softplus', {}],
  ['mish', 'mish', {}],
  ['hard_swish', 'hard_swish', {}],
  ['hard_silu', 'hard_swish', {}],
  ['geluNew', 'gelu', { form: 'tanh' }],
])('the activation %s is read as %s alone', (activation, type, params) => {
  expect(readAs('Activation', { activation })).toEqual([[type, params]]);
});

test('hard sigmoid is another function in Keras 2 than in Keras 3', () => {
  expect(readAs('Activation', { activation: 'hard_sigmoid' }, 2)).toEqual([['hard_sigmoid', { slope: 'fifth' }]]);
  expect(readAs('Activation', { activation: 'hard_sigmoid' }, 3)).toEqual([['hard_sigmoid', { slope: 'sixth' }]]);
});

test('an activation written as an object is read by its name', () => {
  const activation = { className: 'function', config: 'gelu' };
  expect(readAs('Activation', { activation }, 3)).toEqual([['gelu', { form: 'exact' }]]);
});

test('a ReLU with a ceiling of 6 is ReLU6, with another one nothing we know', () => {
  expect(readAs('ReLU', { maxValue: 6, negativeSlope: 0, threshold: 0 })).toEqual([['relu6', {}]]);
  expect(readAs('ReLU', { maxValue: 4 })).toEqual([]);
});

test('PReLU reads what shares a slope; along one axis of two is nothing we know', () => {
  expect(readAs('PReLU', { sharedAxes: null })).toEqual([['prelu', { sharing: 'value' }]]);
  expect(readAs('PReLU', { sharedAxes: [1, 2] })).toEqual([['prelu', { sharing: 'channel' }]]);
  expect(readAs('PReLU', { sharedAxes: [1, 2, 3] })).toEqual([['prelu', { sharing: 'all' }]]);
  expect(readAs('PReLU', { sharedAxes: [1] })).toEqual([]);
});

test('normalizations of another axis than the last are not read', () => {
  expect(readAs('LayerNormalization', { axis: [3], epsilon: 0.001 }).map(([type]) => type)).toEqual(['layer_norm']);
  expect(readAs('LayerNormalization', { axis: [1, 2, 3] })).toEqual([]);
  expect(readAs('GroupNormalization', { groups: 2, axis: 1 })).toEqual([]);
});

test('as many groups as channels may be written as -1', () => {
  expect(readAs('GroupNormalization', { groups: -1, axis: -1 })[0]?.[1]).toMatchObject({ groups: 6 });
});

test('a rescaling per channel is not one number', () => {
  expect(readAs('Rescaling', { scale: [1, 2, 3], offset: 0 })).toEqual([]);
  expect(readAs('Rescaling', { scale: 2, offset: -1 })).toEqual([['rescaling', { scale: 2, offset: -1 }]]);
});

test('the LRN layers of old code sum over n channels', () => {
  expect(readAs('LRN2D', { alpha: 0.0001, k: 2, beta: 0.75, n: 5 })).toEqual([
    ['local_response_norm', { size: 5, alpha: 0.0001, beta: 0.75, bias: 2, alphaConvention: 'sum' }],
  ]);
});
