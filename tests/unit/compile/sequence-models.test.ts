import * as tf from '@tensorflow/tfjs';
import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import { kerasJson } from '@/lib/compile/keras-json';
import type { ModelPlan } from '@/lib/compile/plan';
import type { Document } from '@/lib/document/document';
import { isImplied } from '@/lib/layers/keras-classes';
import { addChain, createBuilder } from '@/lib/document/templates/build-chain';
import { buildModel, readWeights } from '@/lib/training/worker/build-model';
import { registerOrthogonal } from '@/lib/training/worker/orthogonal';

beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await tf.setBackend('cpu');
  registerOrthogonal();
});

/** Words, read forwards by two kinds of memory. */
function readingText(): Document {
  const builder = createBuilder('Reading');
  addChain(builder, [
    ['input', { shape: [6] }],
    ['embedding', { vocabulary: 50, width: 8 }],
    ['lstm', { units: 12, returnSequences: true }],
    ['dense', { units: 10 }],
    ['gru', { units: 7 }],
    ['dense', { units: 2 }],
    ['softmax'],
  ]);
  return builder.build();
}

/** A transformer's block over the patches of a picture, with shuffled and gated channels. */
function lookingAtPatches(): Document {
  const builder = createBuilder('Looking');
  const patches = addChain(builder, [
    ['input', { shape: [8, 8, 3] }],
    ['conv2d', { filters: 8, kernelSize: [4, 4], strides: [4, 4] }],
    ['channel_shuffle', { groups: 2 }],
    ['reshape', { shape: [-1, 8] }],
    ['position_embedding'],
  ]);
  const attended = builder.add('multi_head_attention', { heads: 2, keyDim: 4 }, patches);
  const joined = builder.add('add', {}, patches, attended);
  const [first, second] = [0, 1].map((part) => builder.add('channel_split', { parts: 2, part }, joined));
  const difference = builder.add('subtract', {}, first ?? '', second ?? '');
  const turned = builder.add('permute', { order: [2, 1] }, difference);
  const slice = builder.add('channel_slice', { start: 1, count: 1 }, turned);
  const gated = builder.add('multiply', {}, turned, slice);
  addChain(builder, [['flatten'], ['dense', { units: 3 }], ['softmax']], gated);
  return builder.build();
}

function planOf(document: Document): ModelPlan {
  const plan = compile(document, analyze(document, null));
  if (!plan.ok) throw new Error(`the design does not compile: ${JSON.stringify(plan.error)}`);
  return plan.value;
}

/** Weights that start otherwise than usual, on both kinds of classes: tfjs's own and ours. */
function startingOtherwise(): Document {
  const builder = createBuilder('Starts');
  addChain(builder, [
    ['input', { shape: [6] }],
    ['embedding', { vocabulary: 50, width: 8, embeddingsInitializer: 'orthogonal' }],
    ['position_embedding', { embeddingsInitializer: 'zeros' }],
    ['multi_head_attention', { heads: 2, keyDim: 4, kernelInitializer: 'orthogonal', biasStart: 0.5 }],
    ['conv1d', { filters: 8, dilation: 2, padding: 'same', kernelInitializer: 'orthogonal', biasStart: -1 }],
    ['lstm', { units: 4, recurrentInitializer: 'ones', biasStart: 0.25 }],
    ['dense', { units: 2, kernelInitializer: 'orthogonal', biasStart: 1 }],
    ['softmax'],
  ]);
  return builder.build();
}

describe('a network that starts otherwise', () => {
  async function startOf(seed: number) {
    const plan = planOf(startingOtherwise());
    const model = await buildModel(plan, kerasJson(plan, seed));
    const weights = await readWeights(plan, model);
    model.dispose();
    return new Map(weights.map(({ name, values }) => [name, [...values]]));
  }

  test('has the constants that were asked for, and kernels that differ from one another', async () => {
    const weights = await startOf(3);
    const constants: Readonly<Record<string, readonly number[]>> = {
      'position_embedding_1/embeddings': [0],
      'multi_head_attention_1/query_bias': [0.5],
      'multi_head_attention_1/output_bias': [0.5],
      'conv1d_1/bias': [-1],
      'lstm_1/recurrent_kernel': [1],
      'lstm_1/bias': [0.25, 1],
      'dense_1/bias': [1],
    };
    for (const [name, values] of Object.entries(constants)) expect([...new Set(weights.get(name))]).toEqual(values);
    const [query, key] = ['query', 'key'].map((role) => weights.get(`multi_head_attention_1/${role}_kernel`));
    expect(query).not.toEqual(key);
  });

  test('draws orthogonal kernels by the seed', async () => {
    const [one, again, other] = await Promise.all([3, 3, 4].map(startOf));
    for (const name of ['embedding_1/embeddings', 'multi_head_attention_1/key_kernel', 'conv1d_1/kernel']) {
      expect(again?.get(name)).toEqual(one?.get(name));
      expect(other?.get(name)).not.toEqual(one?.get(name));
      expect(other?.get(name)).toHaveLength(one?.get(name)?.length ?? NaN);
    }
  });
});

describe.each([
  ['a reader of text', readingText],
  ['a small transformer', lookingAtPatches],
])('%s', (_, make) => {
  // The worker's own builder holds every layer's shape and weights against the plan.
  test('is built from its Keras file as planned, and gives probabilities', async () => {
    const plan = planOf(make());
    const model = await buildModel(plan, kerasJson(plan, 3));
    expect(model.countParams()).toBe(plan.params);
    const output = model.predict(tf.ones([2, ...plan.inputShape])) as tf.Tensor;
    const sums = tf.sum(output, -1).dataSync();
    sums.forEach((sum) => expect(sum).toBeCloseTo(1, 5));
    model.dispose();
  });

  test('starts from the same weights with the same seed, and from others with another', async () => {
    const plan = planOf(make());
    const start = async (seed: number) => {
      const model = await buildModel(plan, kerasJson(plan, seed));
      const weights = await readWeights(plan, model);
      model.dispose();
      return weights.filter(({ name }) => !name.endsWith('bias'));
    };
    const [first, again, other] = [await start(3), await start(3), await start(4)];
    expect(again).toEqual(first);
    for (const [index, { name, values }] of first.entries()) {
      expect({ name, isSame: values.every((value, at) => value === other[index]?.values[at]) }).toEqual({
        name,
        isSame: false,
      });
    }
  });
});

test('queries, keys and values of one attention start from different numbers', async () => {
  const plan = planOf(lookingAtPatches());
  const model = await buildModel(plan, kerasJson(plan, 3));
  const kernels = (await readWeights(plan, model)).filter(({ name }) => /(query|key|value)_kernel$/.test(name));
  expect(kernels).toHaveLength(3);
  expect(new Set(kernels.map(({ values }) => values.join())).size).toBe(3);
});

test('a recurrent kernel starts with rows of length 1 at right angles', async () => {
  const plan = planOf(readingText());
  const model = await buildModel(plan, kerasJson(plan, 3));
  const kernel = (await readWeights(plan, model)).find(({ name }) => name === 'lstm_1/recurrent_kernel');
  const rows = tf.tensor2d(kernel?.values ?? [], [12, 48]);
  const products = tf.matMul(rows, rows, false, true).arraySync() as number[][];
  products.forEach((row, index) =>
    row.forEach((value, column) => expect(value).toBeCloseTo(index === column ? 1 : 0, 5)),
  );
});

test('a file says that a GRU resets before, as Keras assumes otherwise; code for tfjs need not and cannot', () => {
  const plan = planOf(readingText());
  expect(JSON.stringify(kerasJson(plan, 3))).toContain('"reset_after":false');
  expect(isImplied('GRU', 'resetAfter', false)).toBe(true);
  // It would silently be another network.
  expect(isImplied('GRU', 'resetAfter', true)).toBe(false);
});

test('the forget gates of an LSTM start open', async () => {
  const plan = planOf(readingText());
  const model = await buildModel(plan, kerasJson(plan, 3));
  const bias = (await readWeights(plan, model)).find(({ name }) => name === 'lstm_1/bias');
  const wanted = Array.from({ length: 48 }, (_, index) => (index >= 12 && index < 24 ? 1 : 0));
  expect(Array.from(bias?.values ?? [])).toEqual(wanted);
});
