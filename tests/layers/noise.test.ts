import * as tf from '@tensorflow/tfjs';
import { GaussianNoise } from '@/lib/training/worker/custom-layers/gaussian-noise';
import { SpatialDropout2D } from '@/lib/training/worker/custom-layers/spatial-dropout2d';

beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await tf.setBackend('cpu');
});

type Noisy = SpatialDropout2D | GaussianNoise;
const LAYERS: readonly (readonly [string, (seed: number) => Noisy])[] = [
  ['SpatialDropout2D', (seed) => new SpatialDropout2D({ rate: 0.5, seed })],
  ['GaussianNoise', (seed) => new GaussianNoise({ stddev: 0.5, seed })],
];

function train(layer: Noisy, steps: number): readonly string[] {
  const ones = tf.ones([2, 2, 3, 12]);
  return Array.from({ length: steps }, () => (layer.apply(ones, { training: true }) as tf.Tensor).dataSync().join());
}

describe.each(LAYERS)('%s', (_name, make) => {
  test('draws anew at every step, and the same again for the same seed and step', () => {
    const first = train(make(0), 6);
    expect(new Set(first).size).toBe(6);
    expect(train(make(0), 6)).toEqual(first);
    const resumed = make(0);
    resumed.step = 4;
    expect(train(resumed, 2)).toEqual(first.slice(4));
    expect(train(make(1), 6).filter((step) => first.includes(step))).toEqual([]);
  });

  test('does nothing in use', () => {
    const input = tf.range(0, 24).reshape([1, 2, 3, 4]);
    expect((make(3).apply(input) as tf.Tensor).dataSync()).toEqual(input.dataSync());
  });
});

test('SpatialDropout2D silences whole channels of one sample and scales the others', () => {
  const [values = ''] = train(new SpatialDropout2D({ rate: 0.5, seed: 4 }), 1);
  const numbers = values.split(',').map(Number);
  const channelOf = (sample: number, channel: number) =>
    numbers.slice(sample * 72, sample * 72 + 72).filter((_, index) => index % 12 === channel);
  const channels = [0, 1].flatMap((sample) => Array.from({ length: 12 }, (_, channel) => channelOf(sample, channel)));
  for (const channel of channels) expect(new Set(channel).size).toBe(1);
  expect(new Set(numbers)).toEqual(new Set([0, 2]));
});

test('GaussianNoise adds a mean of 0 and the deviation asked for', () => {
  const layer = new GaussianNoise({ stddev: 0.5, seed: 9 });
  const { mean, variance } = tf.moments(layer.apply(tf.zeros([40, 500]), { training: true }) as tf.Tensor);
  expect(mean.dataSync()[0]).toBeCloseTo(0, 1);
  expect(variance.dataSync()[0]).toBeCloseTo(0.25, 1);
});
