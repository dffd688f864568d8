import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import type { ModelPlan } from '@/lib/compile/plan';
import { addChain, createBuilder } from '@/lib/document/templates/build-chain';
import { weightsOf } from '@/lib/interop/write/start-values';
import { imported, textFile } from '@/tests/unit/interop/fixture-files';

interface Initializers {
  readonly [key: `${string}_initializer`]: unknown;
}

/** A file of Keras 3 with one dense layer behind words. */
function fileOf(dense: Initializers, embedding: Initializers = {}) {
  const layers = [
    { class_name: 'InputLayer', config: { name: 'words', batch_shape: [null, 6] } },
    { class_name: 'Embedding', config: { name: 'vectors', input_dim: 20, output_dim: 4, ...embedding } },
    { class_name: 'Flatten', config: { name: 'flat' } },
    { class_name: 'Dense', config: { name: 'dense', units: 3, ...dense } },
  ];
  return textFile({ class_name: 'Sequential', keras_version: '3.3.0', config: { name: 'small', layers } });
}

function initializer(class_name: string, config: object): object {
  return { module: 'keras.initializers', class_name, config, registered_name: null };
}

describe('start values of a Keras file', () => {
  it.each([
    [{ bias_initializer: initializer('Constant', { value: 0.1 }) }, { biasStart: 0.1 }],
    [{ bias_initializer: initializer('Constant', { value: 1 }) }, { biasStart: 1 }],
    [{ bias_initializer: 'ones' }, { biasStart: 1 }],
    [
      { kernel_initializer: initializer('Orthogonal', { gain: 1, seed: null }) },
      { kernelInitializer: 'orthogonal', biasStart: 0 },
    ],
    [{ kernel_initializer: 'normal' }, { kernelInitializer: 'randomNormal' }],
  ])('%j is read, and nothing is said to be lost', async (dense, expected) => {
    const { document, report } = await imported(fileOf(dense, { embeddings_initializer: 'uniform' }));
    expect(document.nodes.dense?.params).toMatchObject(expected);
    expect(document.nodes.vectors?.params).toMatchObject({ embeddingsInitializer: 'randomUniform' });
    expect(report.notes).toEqual([]);
  });

  it.each([
    ['a spread of its own', 'kernel_initializer', initializer('RandomNormal', { mean: 0, stddev: 0.01 })],
    ['a gain', 'kernel_initializer', initializer('Orthogonal', { gain: 1.4 })],
    ['a bias at random', 'bias_initializer', initializer('RandomUniform', { minval: -0.05, maxval: 0.05 })],
  ])('%s has no place here, and is said to be lost', async (_, option, value) => {
    const { report } = await imported(fileOf({ [option]: value }));
    expect(report.notes).toEqual([{ code: 'left-out/option', values: { option, layers: ['dense'], count: 1 } }]);
  });

  it('keeps the kernel’s where the bias’s has no place', async () => {
    const { document } = await imported(fileOf({ kernel_initializer: 'he_normal', bias_initializer: 'random_normal' }));
    expect(document.nodes.dense?.params).toMatchObject({ kernelInitializer: 'heNormal', biasStart: 0 });
  });
});

function planOf(layers: Parameters<typeof addChain>[1]): ModelPlan {
  const builder = createBuilder('Starts');
  addChain(builder, [['input', { shape: [6] }], ...layers]);
  const document = builder.build();
  const plan = compile(document, analyze(document, null));
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

describe('start values written into a file', () => {
  const plan = planOf([
    ['embedding', { vocabulary: 30, width: 8, embeddingsInitializer: 'ones' }],
    ['lstm', { units: 4, kernelInitializer: 'zeros', recurrentInitializer: 'orthogonal', biasStart: 0.5 }],
    ['dense', { units: 3, kernelInitializer: 'orthogonal', biasStart: -2 }],
    ['softmax', {}],
  ]);
  const weights = new Map(weightsOf(plan, [], 5).map(({ name, values }) => [name, [...values]]));

  it('are those that each weight of a layer asks for', () => {
    expect(new Set(weights.get('embedding_1/embeddings'))).toEqual(new Set([1]));
    expect(new Set(weights.get('lstm_1/kernel'))).toEqual(new Set([0]));
    expect(weights.get('lstm_1/bias')).toEqual([0.5, 1, 0.5, 0.5].flatMap((value) => Array<number>(4).fill(value)));
    expect(weights.get('dense_1/bias')).toEqual([-2, -2, -2]);
  });

  it.each([
    ['lstm_1/recurrent_kernel', 4, 16],
    ['dense_1/kernel', 4, 3],
  ])('of %s stand at right angles', (name, rows, columns) => {
    const values = weights.get(name) ?? [];
    const vectors = Array.from({ length: Math.min(rows, columns) }, (_, vector) =>
      Array.from({ length: Math.max(rows, columns) }, (__, place) =>
        rows <= columns ? (values[vector * columns + place] ?? 0) : (values[place * columns + vector] ?? 0),
      ),
    );
    vectors.forEach((one, at) =>
      vectors.forEach((other, to) => {
        const product = one.reduce((sum, value, place) => sum + value * (other[place] ?? 0), 0);
        expect(product).toBeCloseTo(at === to ? 1 : 0, 5);
      }),
    );
  });
});
