import * as tf from '@tensorflow/tfjs';
import type { Shape } from '@/lib/core/tensor-type';
import { layerDefinition } from '@/lib/layers/registry';
import type { Params } from '@/lib/layers/fields';
import { newLayer, siteOf } from '@/tests/layers/built-layer';

beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await tf.setBackend('cpu');
});

const kernels: readonly { type: string; params: Params; input: Shape; fanIn: number; fanOut: number }[] = [
  { type: 'dense', params: { units: 300 }, input: [100], fanIn: 100, fanOut: 300 },
  { type: 'conv2d', params: { filters: 64 }, input: [5, 5, 16], fanIn: 144, fanOut: 576 },
  { type: 'conv2d', params: { filters: 64, dilation: [2, 2] }, input: [5, 5, 16], fanIn: 144, fanOut: 576 },
  { type: 'conv2d', params: { filters: 128, groups: 2 }, input: [5, 5, 32], fanIn: 144, fanOut: 1152 },
  { type: 'conv1d', params: { filters: 64, kernelSize: 5 }, input: [9, 16], fanIn: 80, fanOut: 320 },
  { type: 'conv1d', params: { filters: 64, kernelSize: 5, dilation: 2 }, input: [9, 16], fanIn: 80, fanOut: 320 },
  // Keras takes the third size of any kernel for what goes in, also where it is what comes out.
  { type: 'conv2d_transpose', params: { filters: 64 }, input: [5, 5, 16], fanIn: 576, fanOut: 144 },
  { type: 'depthwise_conv2d', params: { depthMultiplier: 16 }, input: [5, 5, 32], fanIn: 288, fanOut: 144 },
  {
    type: 'depthwise_conv2d',
    params: { depthMultiplier: 16, dilation: [2, 2] },
    input: [5, 5, 32],
    fanIn: 288,
    fanOut: 144,
  },
  { type: 'separable_conv2d', params: { depthMultiplier: 16 }, input: [5, 5, 32], fanIn: 288, fanOut: 144 },
  {
    type: 'separable_conv2d',
    params: { depthMultiplier: 16, dilation: [2, 2] },
    input: [5, 5, 32],
    fanIn: 288,
    fanOut: 144,
  },
];

describe.each(kernels)('the kernel of $type with $params', ({ type, params, input, fanIn, fanOut }) => {
  test('starts evenly spread within Glorot’s limit (Glorot & Bengio 2010)', () => {
    const values = startValues(type, { ...params, kernelInitializer: 'glorotUniform' }, input);
    const limit = Math.sqrt(6 / (fanIn + fanOut));
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(largest).toBeLessThanOrEqual(limit);
    expect(largest).toBeGreaterThan(0.95 * limit);
    expect(deviation(values) / (limit / Math.sqrt(3))).toBeCloseTo(1, 1);
  });

  test('starts normally spread after He, cut off at two deviations (He et al. 2015)', () => {
    const values = startValues(type, { ...params, kernelInitializer: 'heNormal' }, input);
    // A normal distribution without what lies beyond two deviations has 0.88 of its deviation.
    expect(deviation(values) / Math.sqrt(2 / fanIn)).toBeCloseTo(0.88, 1);
  });
});

describe.each(kernels)('the kernel of $type with $params', ({ type, params, input, fanIn, fanOut }) => {
  const spread = {
    glorotNormal: 0.88 * Math.sqrt(2 / (fanIn + fanOut)),
    heUniform: Math.sqrt(2 / fanIn),
    leCunUniform: Math.sqrt(1 / fanIn),
    leCunNormal: 0.88 * Math.sqrt(1 / fanIn),
  };
  const fixed = { truncatedNormal: 0.88 * 0.05, randomNormal: 0.05, randomUniform: 0.05 / Math.sqrt(3) };

  test.each(Object.entries({ ...spread, ...fixed }))('starts from %s with a deviation of %d', (start, expected) => {
    const values = startValues(type, { ...params, kernelInitializer: start }, input);
    expect(deviation(values) / expected).toBeCloseTo(1, 1);
  });

  test('starts from zeros or ones alone where that is asked for', () => {
    expect(new Set(startValues(type, { ...params, kernelInitializer: 'zeros' }, input))).toEqual(new Set([0]));
    expect(new Set(startValues(type, { ...params, kernelInitializer: 'ones' }, input))).toEqual(new Set([1]));
  });
});

describe.each(kernels)('the kernel of $type with $params', ({ type, params, input }) => {
  test('starts from rows or columns at right angles where that is asked for (Saxe et al. 2013)', () => {
    const [kernel] = weightsOf(type, { ...params, kernelInitializer: 'orthogonal' }, input);
    if (kernel === undefined) throw new Error('expected a kernel');
    expect(distanceFromOrthogonal(kernel)).toBeLessThan(1e-5);
  });

  test.each([0, 1, 0.1, -3])('has biases that start from %d', (biasStart) => {
    const biases = weightsOf(type, { ...params, biasStart }, input).at(-1);
    expect(biases?.shape).toHaveLength(1);
    expect(new Set(biases?.dataSync())).toEqual(new Set([Math.fround(biasStart)]));
  });
});

describe('layers of sequences', () => {
  const attention = { heads: 4, keyDim: 8, kernelInitializer: 'orthogonal', biasStart: 0.5 };

  test.each(['lstm', 'gru'])('%s fills the kernels of its input and of its state as it is told', (type) => {
    const params = { units: 32, kernelInitializer: 'orthogonal', recurrentInitializer: 'heNormal' };
    const [kernel, recurrent] = weightsOf(type, params, [5, 48]);
    if (kernel === undefined || recurrent === undefined) throw new Error('expected two kernels');
    expect(distanceFromOrthogonal(kernel)).toBeLessThan(1e-5);
    expect(deviation(recurrent.dataSync() as Float32Array) / Math.sqrt(2 / 32)).toBeCloseTo(0.88, 1);
  });

  test('an LSTM’s forget gates start at 1 whatever its other biases start from, if so wanted', () => {
    const [, , open] = weightsOf('lstm', { units: 2, biasStart: 0.25 }, [5, 3]);
    expect([...(open?.dataSync() ?? [])]).toEqual([0.25, 0.25, 1, 1, 0.25, 0.25, 0.25, 0.25]);
    const [, , all] = weightsOf('lstm', { units: 2, biasStart: 0.25, unitForgetBias: false }, [5, 3]);
    expect(new Set(all?.dataSync())).toEqual(new Set([0.25]));
  });

  test('attention fills its four kernels and their biases', () => {
    const weights = weightsOf('multi_head_attention', attention, [6, 32]);
    const [kernels, biases] = [weights.filter((_, at) => at % 2 === 0), weights.filter((_, at) => at % 2 === 1)];
    expect(kernels.map(({ shape }) => shape)).toEqual([
      [32, 4, 8],
      [32, 4, 8],
      [32, 4, 8],
      [4, 8, 32],
    ]);
    for (const kernel of kernels) expect(distanceFromOrthogonal(kernel)).toBeLessThan(1e-5);
    for (const bias of biases) expect(new Set(bias.dataSync())).toEqual(new Set([0.5]));
  });

  test.each([
    ['embedding', { vocabulary: 300, width: 40 }, [7]],
    ['position_embedding', {}, [90, 40]],
  ])('%s fills its vectors as it is told', (type, params, input) => {
    const [usual] = weightsOf(type, params, input);
    const [orthogonal] = weightsOf(type, { ...params, embeddingsInitializer: 'orthogonal' }, input);
    if (usual === undefined || orthogonal === undefined) throw new Error('expected vectors');
    expect(deviation(usual.dataSync() as Float32Array) / (0.05 / Math.sqrt(3))).toBeCloseTo(1, 1);
    expect(distanceFromOrthogonal(orthogonal)).toBeLessThan(1e-5);
  });
});

/** The largest entry of QᵀQ − I, or of QQᵀ − I where there are fewer rows; all axes but the last are rows, as in Keras. */
function distanceFromOrthogonal(kernel: tf.Tensor): number {
  return tf.tidy(() => {
    const matrix = tf.reshape(kernel, [-1, kernel.shape.at(-1) ?? 1]);
    const [rows = 0, columns = 0] = matrix.shape;
    const isWide = rows < columns;
    const squared = tf.matMul(matrix, matrix, !isWide, isWide);
    return tf.max(tf.abs(tf.sub(squared, tf.eye(Math.min(rows, columns))))).dataSync()[0] ?? Infinity;
  });
}

function startValues(type: string, params: Params, input: Shape): Float32Array {
  const [kernel] = weightsOf(type, params, input);
  if (kernel === undefined) throw new Error('expected a kernel');
  return kernel.dataSync() as Float32Array;
}

function weightsOf(type: string, params: Params, input: Shape): readonly tf.Tensor[] {
  const definition = layerDefinition(type);
  if (!definition) throw new Error(`${type} is not in the registry`);
  const [call, ...rest] = definition.keras(siteOf(definition, { params, inputs: [input] }));
  if (!call || rest.length > 0) throw new Error('expected a single call');
  const layer = newLayer(call);
  layer.apply(tf.input({ shape: [...input] }));
  return layer.weights.map((weight) => weight.read());
}

function deviation(values: Float32Array): number {
  return Math.sqrt(values.reduce((total, value) => total + value * value, 0) / values.length);
}
