import * as tf from '@tensorflow/tfjs';
import { analyze } from '@/lib/analysis/analyze';
import { feedsAt, feedStrengths } from '@/lib/analysis/filters/feeds';
import { unitFilter, unitFilterSteps, type UnitFilter } from '@/lib/analysis/filters/unit-filter';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { buildLecture } from './lecture';
import { chain } from '../designs';
import { lookInside, type Inside } from './inside';
import type { Link } from '@/lib/document/templates/build-chain';
import { registerOrthogonal } from '@/lib/training/worker/orthogonal';

beforeAll(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await tf.setBackend('cpu');
  registerOrthogonal();
});

function filterOf({ analysis, weights }: Inside, layer: string, unit: number): UnitFilter {
  const filter = unitFilter(analysis, weights, { layer, unit });
  if (filter === null) throw new Error(`${layer} has no filter`);
  return filter;
}

/** Of every kind of layer that sums up what it reads, with borders, gaps, steps, groups and vectors. */
const CHAINS: readonly (readonly [string, string, readonly Link[]])[] = [
  [
    'a convolution',
    'conv2d_1',
    [
      ['input', { shape: [6, 5, 3] }],
      ['conv2d', { filters: 4, kernelSize: [3, 2] }],
    ],
  ],
  [
    'one with a border and a step of 2',
    'conv2d_1',
    [
      ['input', { shape: [7, 6, 2] }],
      ['conv2d', { filters: 3, kernelSize: [5, 5], padding: 'same', strides: [2, 2] }],
    ],
  ],
  [
    'a dilated one',
    'conv2d_1',
    [
      ['input', { shape: [8, 7, 2] }],
      ['conv2d', { filters: 3, dilation: [2, 2], padding: 'same' }],
    ],
  ],
  [
    'one in groups without a bias',
    'conv2d_1',
    [
      ['input', { shape: [5, 5, 4] }],
      ['conv2d', { filters: 6, groups: 2, useBias: false }],
    ],
  ],
  [
    'a depthwise one',
    'depthwise_conv2d_1',
    [
      ['input', { shape: [5, 6, 3] }],
      ['depthwise_conv2d', { depthMultiplier: 2, padding: 'same' }],
    ],
  ],
  [
    'a separable one',
    'separable_conv2d_1',
    [
      ['input', { shape: [5, 6, 3] }],
      ['separable_conv2d', { filters: 4, depthMultiplier: 2 }],
    ],
  ],
  [
    'a transposed one',
    'conv2d_transpose_1',
    [
      ['input', { shape: [3, 4, 2] }],
      ['conv2d_transpose', { filters: 3, kernelSize: [3, 3], strides: [2, 2], padding: 'same' }],
    ],
  ],
  [
    'a convolution along a sequence',
    'conv1d_1',
    [
      ['input', { shape: [9, 4] }],
      ['conv1d', { filters: 3, kernelSize: 3 }],
    ],
  ],
  [
    'a dense layer on a vector',
    'dense_1',
    [
      ['input', { shape: [7] }],
      ['dense', { units: 3 }],
    ],
  ],
  [
    'a dense layer at every step',
    'dense_1',
    [
      ['input', { shape: [4, 5] }],
      ['dense', { units: 3 }],
    ],
  ],
];

describe.each(CHAINS)('the filter of %s', (_, layer, links) => {
  test('and what it reads make the value that TensorFlow.js gives, for every unit and cell', async () => {
    const inside = await lookInside(chain(...links));
    const [input, output] = [inside.output('input_1'), inside.output(layer)];
    const units = output.shape.at(-1) ?? 0;
    output.values.forEach((expected, position) => {
      const place = Math.floor(position / units);
      const columns = output.shape.length === 3 ? (output.shape[1] ?? 1) : 1;
      const filter = filterOf(inside, layer, position % units);
      const feeds = feedsAt(filter, input, [Math.floor(place / columns), place % columns]);
      expect(feeds.value).toBeCloseTo(expected, 4);
      const sum = feeds.contributions.reduce((total, part) => total + part, filter.bias ?? 0);
      expect(sum).toBeCloseTo(expected, 4);
    });
  });
});

describe('the lecture’s network', () => {
  test('has 3 × 3 × 1 filters first, and 3 × 3 × 6 ones behind them, as its kernels say', async () => {
    const inside = await lookInside(buildLecture());
    const kernel = (name: string) => inside.weights.find((tensor) => tensor.name === name)?.values ?? [];
    const first = filterOf(inside, 'conv2d_1', 4);
    expect([first.taps.size, first.channels, first.input]).toEqual([[3, 3], [0], 'input_1']);
    expect([...first.values]).toEqual(Array.from({ length: 9 }, (_, tap) => kernel('conv2d_1/kernel')[tap * 6 + 4]));
    const second = filterOf(inside, 'conv2d_2', 1);
    expect([second.taps.size, second.channels.length]).toEqual([[3, 3], 6]);
    expect([...second.values]).toEqual(Array.from({ length: 54 }, (_, tap) => kernel('conv2d_2/kernel')[tap * 12 + 1]));
  });

  test('lays the weights of the dense layer behind the flatten out as the maps they read', async () => {
    const inside = await lookInside(buildLecture());
    const filter = filterOf(inside, 'dense_1', 3);
    const maps = inside.output(filter.input);
    expect([filter.input, maps.shape]).toEqual(['max_pool2d_2', [5, 5, 12]]);
    expect([filter.taps.size, filter.channels.length]).toEqual([[5, 5], 12]);
    expect(feedsAt(filter, maps, [0, 0]).value / (inside.output('dense_1').values[3] ?? 0)).toBeCloseTo(1, 6);
  });
});

test('the 9,216 weights of a dense unit of AlexNet are laid out in steps, and as they lie in the kernel', () => {
  const [rows, columns, channels, units] = [6, 6, 256, 3] as const;
  const analysis = analyze(
    chain(['input', { shape: [rows, columns, channels] }], ['flatten'], ['dense', { units }]),
    null,
  );
  const values = Float32Array.from({ length: rows * columns * channels * units }, (_, at) => at);
  const weights: readonly NamedTensor[] = [
    { name: 'dense_1/kernel', shape: [rows * columns * channels, units], values },
    { name: 'dense_1/bias', shape: [units], values: Float32Array.of(0.5, 1.5, 2.5) },
  ];
  const steps = unitFilterSteps(analysis, weights, { layer: 'dense_1', unit: 2 });
  let count = 1;
  let next = steps.next();
  for (; next.done !== true; next = steps.next()) count += 1;
  // Of the flatten's cells, and then of the products, at most 512 at a step.
  expect(count).toBeGreaterThan((2 * rows * columns * channels) / 512);
  expect([...(next.value?.values ?? [])]).toEqual([...values].filter((_, at) => at % units === 2));
  expect([next.value?.input, next.value?.bias]).toEqual(['input_1', 2.5]);
});

/** Of a 2 × 2 convolution over two channels, weights 1 to 8. */
function byHand(kernel: readonly number[]) {
  const analysis = analyze(
    chain(['input', { shape: [3, 3, 2] }], ['conv2d', { filters: 1, kernelSize: [2, 2] }]),
    null,
  );
  const weights: readonly NamedTensor[] = [
    { name: 'conv2d_1/kernel', shape: [2, 2, 2, 1], values: Float32Array.from(kernel) },
    { name: 'conv2d_1/bias', shape: [1], values: Float32Array.of(0.5) },
  ];
  const filter = unitFilter(analysis, weights, { layer: 'conv2d_1', unit: 0 });
  if (filter === null) throw new Error('there is a filter');
  return filter;
}

describe('feeds', () => {
  test('are weight times activation by channel: with all inputs 1, the sums of the kernel’s channels', () => {
    const filter = byHand([1, -2, 3, -4, 5, -6, 7, -8]);
    const input = { shape: [3, 3, 2], values: new Float32Array(18).fill(1) };
    expect(feedsAt(filter, input, [1, 1])).toEqual({ contributions: [16, -20], value: -3.5 });
    expect(feedStrengths(filter)).toEqual([16, 20]);
  });

  test('read the cells of the window that is meant, and no others', () => {
    const filter = byHand([1, 0, 10, 0, 100, 0, 1000, 0]);
    const input = {
      shape: [3, 3, 2],
      values: Float32Array.from({ length: 18 }, (_, at) => (at % 2 === 0 ? at / 2 : 99)),
    };
    // Rows 1 and 2, columns 0 and 1 of 0 … 8: 3, 4, 6, 7.
    expect(feedsAt(filter, input, [1, 0]).contributions).toEqual([3 + 40 + 600 + 7000, 0]);
  });
});

describe('a unit that is no weighted sum', () => {
  test.each([
    ['max_pool2d_1', [['input', { shape: [4, 4, 1] }], ['max_pool2d']]],
    ['batch_norm_1', [['input', { shape: [4, 4, 1] }], ['batch_norm']]],
    [
      'embedding_1',
      [
        ['input', { shape: [4] }],
        ['embedding', { vocabulary: 5, width: 2 }],
      ],
    ],
    [
      'lstm_1',
      [
        ['input', { shape: [4, 2] }],
        ['lstm', { units: 2 }],
      ],
    ],
  ] satisfies readonly (readonly [string, readonly Link[]])[])('of %s has no filter', (layer, links) => {
    expect(unitFilter(analyze(chain(...links), null), [], { layer, unit: 0 })).toBeNull();
  });
});
