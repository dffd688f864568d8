import { tensorType, type Shape } from '@/lib/core/tensor-type';
import { checkParams } from '@/lib/layers/check-params';
import type { LayerDefinition } from '@/lib/layers/definition';
import type { Params } from '@/lib/layers/fields';
import { evaluateProducts } from '@/lib/layers/products';
import { layerDefinition } from '@/lib/layers/registry';
import { buildLayer, predict, siteOf } from '@/tests/layers/built-layer';
import { cellAt, positionOf } from '@/tests/layers/cells';
import { evaluate } from '@/lib/layers/evaluate';

function definitionOf(type: string): LayerDefinition {
  const definition = layerDefinition(type);
  if (definition === null) throw new Error(`${type} is not in the registry`);
  return definition;
}

function counts(type: string, params: Params, ...inputs: readonly Shape[]) {
  const definition = definitionOf(type);
  const site = siteOf(definition, { params, inputs });
  const sizes = definition.weights(site).map(({ shape }) => shape.reduce((product, size) => product * size, 1));
  return { parameters: sizes.reduce((sum, size) => sum + size, 0), macs: evaluateProducts(definition.macs(site)) };
}

/** Numbers that PyTorch was given likewise. */
function values(count: number, seed: number): readonly number[] {
  return Array.from({ length: count }, (_, index) =>
    Number((((seed * 7919 + index * 104729) % 2000) / 1000 - 1).toFixed(3)),
  );
}

interface Given {
  readonly params: Params;
  readonly inputs: readonly { readonly shape: Shape; readonly seed: number }[];
  readonly seeds: Readonly<Record<string, number>>;
}

/** Every output of the layer's own explanation, worked out. */
function explained(type: string, { params, inputs, seeds }: Given): readonly number[] {
  const definition = definitionOf(type);
  const site = siteOf(definition, { params, inputs: inputs.map(({ shape }) => shape) });
  const weights = new Map(
    definition.weights(site).map(({ name, shape }) => {
      const count = shape.reduce((product, size) => product * size, 1);
      return [name, { shape, values: values(count, seeds[name] ?? NaN) }];
    }),
  );
  const count = site.output.shape.reduce((product, size) => product * size, 1);
  return Array.from({ length: count }, (_, position) =>
    evaluate(definition.explain(site, cellAt(site.output.shape, position)), {
      input(index, cell) {
        const given = inputs[index];
        if (given === undefined) return NaN;
        return values(positionOf(given.shape, cell) + 1, given.seed).at(-1) ?? NaN;
      },
      weight(name, cell) {
        const weight = weights.get(name);
        return weight?.values[positionOf(weight.shape, cell)] ?? NaN;
      },
    }),
  );
}

function expectClose(got: readonly number[], wanted: readonly number[]): void {
  expect(got).toHaveLength(wanted.length);
  got.forEach((value, index) => expect(value).toBeCloseTo(wanted[index] ?? NaN, 5));
}

describe('against PyTorch 1.13', () => {
  test('a GRU that resets after the product gives what nn.GRU gives with the same weights, gates put in its order', () => {
    const params = { units: 2, returnSequences: true, resetAfter: true };
    const seeds = { kernel: 1, recurrent_kernel: 2, bias: 3 };
    expectClose(
      explained('gru', { params, inputs: [{ shape: [4, 3], seed: 4 }], seeds }),
      [-0.124565, 0.329848, -0.18298, 0.511072, 0.101687, 0.316868, 0.19706, 0.232133],
    );
  });

  test('attention gives what nn.MultiheadAttention gives with the same weights, value before key', () => {
    const params = { heads: 2, keyDim: 2 };
    const inputs = [
      { shape: [3, 4], seed: 30 },
      { shape: [5, 4], seed: 32 },
      { shape: [5, 4], seed: 31 },
    ];
    const kernels = { query_kernel: 5, key_kernel: 6, value_kernel: 7, output_kernel: 8 };
    const biases = { query_bias: 20, key_bias: 21, value_bias: 22, output_bias: 23 };
    expectClose(
      explained('multi_head_attention', { params, inputs, seeds: { ...kernels, ...biases } }),
      [
        -0.354043, 1.812879, 0.050786, -0.296279, -0.375888, 1.791245, 0.070011, -0.321258, -0.396824, 1.77065,
        0.088394, -0.345329,
      ],
    );
  });
});

describe('counts', () => {
  test('are those of Keras and PyTorch for 16 units on 8 features', () => {
    expect(counts('lstm', { units: 16 }, [5, 8]).parameters).toBe(1600);
    expect(counts('gru', { units: 16 }, [5, 8]).parameters).toBe(1200);
    expect(counts('gru', { units: 16, resetAfter: true }, [5, 8]).parameters).toBe(1248);
  });

  test('of a transformer’s attention are 4 · width² and 4 · width, as in ViT-Base (width 768, 12 heads, 197 steps)', () => {
    const { parameters, macs } = counts('multi_head_attention', { heads: 12, keyDim: 64 }, [197, 768]);
    expect(parameters).toBe(4 * 768 ** 2 + 4 * 768);
    expect(macs).toBe(4 * 197 * 768 ** 2 + 2 * 197 ** 2 * 768);
  });
});

test.each(['lstm', 'gru'])('hard gates of an %s are those of tfjs', (type) => {
  const definition = definitionOf(type);
  const params = { units: 2, returnSequences: true, recurrentActivation: 'hardSigmoid' };
  const site = siteOf(definition, { params, inputs: [[3, 2]] });
  const built = buildLayer(definition, site, { samples: 1 });
  const output = predict(built, built.inputs).dataSync();
  const read = (cell: readonly number[], shape: Shape, data: ArrayLike<number>) => data[positionOf(shape, cell)] ?? NaN;
  const given = built.inputs[0]?.dataSync() ?? [];
  output.forEach((value, position) => {
    const tree = definition.explain(site, cellAt(site.output.shape, position));
    const worked = evaluate(tree, {
      input: (_index, cell) => read(cell, [3, 2], given),
      weight(name, cell) {
        const weight = built.model.weights.find(({ originalName }) => originalName.endsWith(`/${name}`));
        return weight === undefined ? NaN : read(cell, weight.shape as Shape, weight.read().dataSync());
      },
    });
    expect(worked).toBeCloseTo(value, 5);
  });
});

test('a tree over a thousand steps is made only as far as somebody looks', () => {
  for (const type of ['lstm', 'gru']) {
    const definition = definitionOf(type);
    const site = siteOf(definition, { params: { units: 64 }, inputs: [[1000, 32]] });
    expect(definition.explain(site, [63]).op).toMatch(/sum|product/);
  }
});

test('hard gates of a Keras 3 file are another function, and so another layer', () => {
  for (const type of ['lstm', 'gru']) {
    const config = { units: 4, recurrentActivation: 'hardSigmoid' };
    const className = type.toUpperCase();
    const read = (kerasVersion: 2 | 3) =>
      definitionOf(type).reads[0]?.params([{ className, config, kerasVersion }], [tensorType(5, 3)]);
    expect(read(2)).toMatchObject({ units: 4, recurrentActivation: 'hardSigmoid' });
    expect(read(3)).toBeNull();
  }
});

test.each([
  ['lstm', { dropout: 0.2 }],
  ['lstm', { returnState: true }],
  ['gru', { goBackwards: true }],
  ['gru', { activation: 'relu' }],
  ['multi_head_attention', { numHeads: 2, keyDim: 4, dropout: 0.1 }],
])('%s refuses a config with %j, which it could not keep', (type, more) => {
  const calls = [{ className: '', config: { units: 4, ...more }, kerasVersion: 2 as const }];
  expect(definitionOf(type).reads[0]?.params(calls, [tensorType(5, 3)])).toBeNull();
});

test('an image before a sequence layer is offered to become a sequence of its pixels', () => {
  const definition = definitionOf('multi_head_attention');
  const { params } = checkParams(definition.fields, {});
  const result = definition.infer({ params, inputs: [tensorType(4, 5, 6)] });
  expect(result.ok ? [] : result.error).toMatchObject([
    { code: 'shape/rank-unsupported', cures: [{ kind: 'insert-before', type: 'reshape', params: { shape: [20, 6] } }] },
  ]);
});
