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

function startValues(type: string, params: Params, input: Shape): Float32Array {
  const definition = layerDefinition(type);
  if (!definition) throw new Error(`${type} is not in the registry`);
  const [call, ...rest] = definition.keras(siteOf(definition, { params, inputs: [input] }));
  if (!call || rest.length > 0) throw new Error('expected a single call');
  const layer = newLayer(call);
  layer.apply(tf.input({ shape: [...input] }));
  const kernel = layer.weights[0];
  if (!kernel) throw new Error('expected a kernel');
  return kernel.read().dataSync() as Float32Array;
}

function deviation(values: Float32Array): number {
  return Math.sqrt(values.reduce((total, value) => total + value * value, 0) / values.length);
}
