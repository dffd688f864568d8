import * as tf from '@tensorflow/tfjs';
import { approximateGelu } from '@/lib/training/worker/custom-layers/approximate-gelu';
import { elu } from '@/lib/training/worker/custom-layers/elu';
import { groupNormalization } from '@/lib/training/worker/custom-layers/group-normalization';
import { hardSigmoid } from '@/lib/training/worker/custom-layers/hard-sigmoid';
import { hardSwish } from '@/lib/training/worker/custom-layers/hard-swish';
import { localResponseNormalization } from '@/lib/training/worker/custom-layers/local-response-normalization';
import { partialLayerNormalization } from '@/lib/training/worker/custom-layers/partial-layer-normalization';
import { groupedConv2d } from '@/lib/training/worker/custom-layers/grouped-conv2d';
import { sameAveragePooling2d } from '@/lib/training/worker/custom-layers/same-average-pooling2d';

/** A small network whose output and gradients are compared between backends and with finite differences. */
export interface Case {
  readonly title: string;
  readonly inputShape: readonly number[];
  readonly layers: () => tf.layers.Layer[];
  /** Values far enough apart that a small step changes no window's maximum; most are negative. */
  readonly spaced?: true;
  /** Measured also where every new shape costs a second; the others are held to plain JavaScript's values there. */
  readonly everywhere?: true;
  /** The output is smooth but not linear: only very small steps measure its slope. */
  readonly curved?: true;
}

const seeded = (seed: number): ReturnType<typeof tf.initializers.glorotUniform> =>
  tf.initializers.glorotUniform({ seed });

function convolution(title: string, args: Partial<Parameters<typeof tf.layers.conv2d>[0]>, size = 7): Case {
  const layers = (): tf.layers.Layer[] => [
    tf.layers.conv2d({ filters: 3, kernelSize: 3, kernelInitializer: seeded(1), ...args }),
    tf.layers.conv2d({ filters: 2, kernelSize: 2, kernelInitializer: seeded(2) }),
  ];
  return { title: `conv2d ${title}`, inputShape: [size, size + 1, 2], layers };
}

function grouped(title: string, args: Partial<Parameters<typeof groupedConv2d>[0]>): Case {
  const kernelInitializer = { className: 'GlorotUniform', config: { seed: 3 } };
  const layers = (): tf.layers.Layer[] => [groupedConv2d({ filters: 4, kernelSize: 3, kernelInitializer, ...args })];
  return { title: `GroupedConv2D ${title}`, inputShape: [8, 9, 4], layers };
}

function maxPool(title: string, args: Parameters<typeof tf.layers.maxPooling2d>[0]): Case {
  return {
    title: `max pooling ${title}, maxima below zero`,
    inputShape: [7, 6, 2],
    layers: () => [tf.layers.maxPooling2d(args)],
    spaced: true,
  };
}

function averagePool(title: string, args: Parameters<typeof sameAveragePooling2d>[0]): Case {
  return { title: `SameAveragePooling2D ${title}`, inputShape: [7, 6, 2], layers: () => [sameAveragePooling2d(args)] };
}

/** Values from -5 to 5 through one layer, beyond the bends of every activation; none may lie within a step of a bend. */
function onePicture(title: string, layer: () => tf.layers.Layer, scale = 5): Case {
  return {
    title,
    inputShape: [4, 5, 6],
    layers: () => [tf.layers.rescaling({ scale, offset: 0 }), layer()],
    curved: true,
  };
}

export const CASES: readonly Case[] = [
  convolution('valid', {}),
  convolution('same', { padding: 'same' }),
  convolution('stride 2, valid', { strides: 2 }),
  convolution('stride 2, same', { strides: 2, padding: 'same' }, 8),
  convolution('stride 3 × 2 that leaves rows over', { strides: [3, 2] }, 9),
  convolution('1 × 1', { kernelSize: 1 }),
  convolution('1 × 1, stride 2', { kernelSize: 1, strides: 2 }),
  convolution('5 × 3, same', { kernelSize: [5, 3], padding: 'same' }),
  grouped('with 2 groups', { groups: 2 }),
  grouped('with 4 groups, same, stride 2', { groups: 4, padding: 'same', strides: 2 }),
  grouped('with dilation 2', { dilationRate: 2 }),
  {
    ...grouped('with dilation 3 × 2 and 2 groups, same', { dilationRate: [3, 2], groups: 2, padding: 'same' }),
    everywhere: true,
  },
  maxPool('2 / 2', { poolSize: 2 }),
  { ...maxPool('3 / 2 same', { poolSize: 3, strides: 2, padding: 'same' }), everywhere: true },
  maxPool('3 / 1', { poolSize: 3, strides: 1 }),
  averagePool('2 / 2', {}),
  { ...averagePool('3 / 2', { poolSize: 3, strides: 2 }), everywhere: true },
  averagePool('3 / 1', { poolSize: 3, strides: 1 }),
  onePicture('activation selu', () => tf.layers.activation({ activation: 'selu' })),
  onePicture('activation gelu', () => tf.layers.activation({ activation: 'gelu' })),
  onePicture('activation swish', () => tf.layers.activation({ activation: 'swish' })),
  onePicture('activation mish', () => tf.layers.activation({ activation: 'mish' })),
  onePicture('activation softplus', () => tf.layers.activation({ activation: 'softplus' })),
  onePicture('activation hardSigmoid', () => tf.layers.activation({ activation: 'hardSigmoid' }), 4),
  onePicture('activation elu', () => tf.layers.activation({ activation: 'elu' })),
  onePicture('ReLU6', () => tf.layers.reLU({ maxValue: 6 })),
  onePicture('PReLU, one slope per channel', () =>
    tf.layers.prelu({ sharedAxes: [1, 2], alphaInitializer: seeded(9) }),
  ),
  onePicture('PReLU, one slope per value', () => tf.layers.prelu({ alphaInitializer: seeded(9) })),
  onePicture('ELU with alpha 0.7', () => elu({ alpha: 0.7 })),
  onePicture('ApproximateGELU', () => approximateGelu()),
  onePicture('HardSwish', () => hardSwish()),
  onePicture('HardSigmoid', () => hardSigmoid()),
  onePicture('LayerNormalization', () => tf.layers.layerNormalization({})),
  onePicture('PartialLayerNormalization', () => partialLayerNormalization({ scale: false })),
  { ...onePicture('GroupNormalization', () => groupNormalization({ groups: 2 })), everywhere: true },
  onePicture('LocalResponseNormalization', () => localResponseNormalization({ alpha: 0.5 })),
  {
    title: 'dense',
    inputShape: [12],
    layers: () => [
      tf.layers.dense({ units: 40, kernelInitializer: seeded(4) }),
      tf.layers.dense({ units: 5, kernelInitializer: seeded(5) }),
    ],
  },
  {
    title: 'a network of everything',
    inputShape: [12, 12, 4],
    layers: () => [
      // No bias: the normalisation takes it out again, so that its gradient is nothing but rounding.
      tf.layers.conv2d({ filters: 4, kernelSize: 3, useBias: false, kernelInitializer: seeded(6) }),
      tf.layers.batchNormalization({}),
      tf.layers.activation({ activation: 'tanh' }),
      groupedConv2d({
        filters: 4,
        kernelSize: 2,
        groups: 2,
        dilationRate: 2,
        kernelInitializer: { className: 'GlorotUniform', config: { seed: 8 } },
      }),
      sameAveragePooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 3, kernelInitializer: seeded(7) }),
      tf.layers.softmax({ axis: -1 }),
    ],
    curved: true,
  },
];
