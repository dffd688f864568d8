import * as tf from '@tensorflow/tfjs';
import { layerDefinition } from '@/lib/layers/registry';
import type { Params } from '@/lib/layers/fields';
import { buildLayer, siteOf } from '@/tests/layers/built-layer';

beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await tf.setBackend('cpu');
});

/** One picture through one layer; `image` is rows of pixels of channels. */
function normalized(
  type: string,
  { params, image, weights = [] }: { params: Params; image: number[][][]; weights?: number[][] },
): ArrayLike<number> {
  const definition = layerDefinition(type);
  if (!definition) throw new Error(`${type} is not in the registry`);
  const input = tf.tensor([image]);
  const site = siteOf(definition, { params, inputs: [input.shape.slice(1)] });
  const { model } = buildLayer(definition, site, { samples: 1 });
  model.setWeights(weights.map((values) => tf.tensor(values)));
  return (model.predict(input) as tf.Tensor).dataSync();
}

function expectClose(got: ArrayLike<number>, wanted: readonly number[]): void {
  expect(got).toHaveLength(wanted.length);
  Array.from(got).forEach((value, index) => expect(value).toBeCloseTo(wanted[index] ?? NaN, 5));
}

describe('local response normalization of five channels of 2, alpha 0.0001, bias 1', () => {
  const image = [[[2, 2, 2, 2, 2]]];
  const alpha = { alpha: 0.0001, beta: 0.75, bias: 1, size: 5 };

  test('alpha for the mean is PyTorch’s', () => {
    const got = normalized('local_response_norm', { params: { ...alpha, alphaConvention: 'mean' }, image });
    expectClose(got, [1.9996401, 1.9995201, 1.9994002, 1.9995201, 1.9996401]);
  });

  test('alpha for each neighbour is TensorFlow’s', () => {
    const got = normalized('local_response_norm', { params: { ...alpha, alphaConvention: 'sum' }, image });
    expectClose(got, [1.9982019, 1.9976034, 1.9970052, 1.9976034, 1.9982019]);
  });

  test('PyTorch and ONNX get the alpha that has the same effect', () => {
    const definition = layerDefinition('local_response_norm');
    if (!definition) throw new Error('expected the layer');
    const site = siteOf(definition, { params: { ...alpha, alphaConvention: 'sum' }, inputs: [[1, 1, 5]] });
    expect(definition.torch(site)[0]?.kwargs['alpha']).toBe(0.0005);
    expect(definition.onnx(site)[0]?.attributes['alpha']).toBe(0.0005);
  });
});

test('layer normalization takes the channels of each pixel by themselves, as PyTorch does on channels moved last', () => {
  const image = [
    [
      [1, 2, 4],
      [0, -1, 3],
    ],
  ];
  const weights = [
    [1, 2, -1],
    [0.5, 0, 1],
  ];
  const got = normalized('layer_norm', { params: { epsilon: 0.001 }, image, weights });
  expectClose(got, [-0.5687015, -0.5343508, -0.3358769, 0.1078356, -1.960822, -0.3725754]);
});

test('group normalization takes a group’s channels of all pixels together, as PyTorch does', () => {
  const image = [
    [
      [1, 2, 4, 0],
      [0, -1, 3, 5],
    ],
  ];
  const weights = [
    [1, 2, -1, 0.5],
    [0.5, 0, 1, -1],
  ];
  const got = normalized('group_norm', { params: { groups: 2, epsilon: 0.001 }, image, weights });
  expectClose(got, [0.9470348, 2.6822089, 0.4655539, -1.8016692, 0.0529652, -2.6822089, 1, -0.4655539]);
});
