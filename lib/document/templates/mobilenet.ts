import type { NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';
import { addChain, createBuilder, withoutDataset, type Builder, type Link } from '@/lib/document/templates/build-chain';
import {
  averageClassifier,
  border,
  convolutionNorm,
  TORCH_NORM,
  type ConvolutionUnit,
} from '@/lib/document/templates/units';

/** Howard et al. 2017, table 1: filters and stride of each depthwise separable convolution. */
const SEPARABLE = [
  [64, 1],
  [128, 2],
  [128, 1],
  [256, 2],
  [256, 1],
  [512, 2],
] as const;

/**
 * Howard et al., "MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications", 2017, width 1.0, as in
 * Keras: 4,253,864 parameters in all, 4,231,976 of them trained. Keras pads strides of 2 by one row and one column at the end,
 * which is padding 'same' here, and writes the last layer as a 1 × 1 convolution of one place: the dense layer.
 */
export function buildMobilenetV1(): Document {
  const builder = createBuilder('MobileNet v1');
  const stem = convolutionNorm({ filters: 32, kernel: 3, stride: 2, padding: 'same', norm: KERAS_NORM });
  let end = addChain(builder, [
    ['input', { shape: [224, 224, 3] }],
    ...stem,
    ['relu6'],
    ...SEPARABLE.flatMap(([filters, stride]) => separable(filters, stride)),
  ]);
  const block = builder.block('Depthwise separable 512', (inside, input) => addChain(inside, separable(512, 1), input));
  end = builder.use(block, { repeat: 5 }, end);
  addChain(builder, [...separable(1024, 2), ...separable(1024, 1), ...averageClassifier(0.001)], end);
  return withoutDataset(builder.build());
}

const KERAS_NORM = { momentum: 0.99, epsilon: 0.001 } as const;

function separable(filters: number, stride: number): readonly Link[] {
  return [
    ['depthwise_conv2d', { strides: [stride, stride], padding: 'same', useBias: false }],
    ['batch_norm', KERAS_NORM],
    ['relu6'],
    ...convolutionNorm({ filters, kernel: 1, norm: KERAS_NORM }),
    ['relu6'],
  ];
}

/** Sandler et al. 2018, table 2: expansion, channels, number of blocks, stride of the first. */
const INVERTED = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
] as const;

/**
 * Sandler et al., "MobileNetV2: Inverted Residuals and Linear Bottlenecks", CVPR 2018, width 1.0, as in torchvision: 3,504,872
 * trained parameters. Keras says 3,538,984, which counts the running statistics too.
 */
export function buildMobilenetV2(): Document {
  const builder = createBuilder('MobileNet v2');
  let end = addChain(builder, [['input', { shape: [224, 224, 3] }], ...unit6({ filters: 32, kernel: 3, stride: 2 })]);
  let before = 32;
  for (const [expansion, channels, count, stride] of INVERTED) {
    end = addChain(builder, inverted({ before, expansion, channels, stride }), end);
    if (count > 1) end = addResiduals(builder, { channels, repeat: count - 1 }, end);
    before = channels;
  }
  addChain(builder, [...unit6({ filters: 1280, kernel: 1 }), ...averageClassifier(0.2)], end);
  return withoutDataset(builder.build());
}

/** Those that keep size and channels are alike, and have a shortcut. */
function addResiduals(
  builder: Builder,
  { channels, repeat }: { readonly channels: number; readonly repeat: number },
  from: NodeId,
): NodeId {
  const block = builder.block(`Inverted residual ${channels}`, (inside, input) => {
    const residual = addChain(inside, inverted({ before: channels, expansion: 6, channels, stride: 1 }), input);
    return inside.add('add', {}, residual, input);
  });
  return builder.use(block, { repeat }, from);
}

interface Inverted {
  readonly before: number;
  readonly expansion: number;
  readonly channels: number;
  readonly stride: number;
}

/** Wide inside, narrow and without an activation at the end. */
function inverted({ before, expansion, channels, stride }: Inverted): readonly Link[] {
  const padding = stride === 1 ? 'same' : border(1);
  return [
    ...(expansion === 1 ? [] : unit6({ filters: before * expansion, kernel: 1 })),
    ['depthwise_conv2d', { strides: [stride, stride], padding, useBias: false, kernelInitializer: 'heNormal' }],
    ['batch_norm', TORCH_NORM],
    ['relu6'],
    ...convolutionNorm({ filters: channels, kernel: 1 }),
  ];
}

function unit6(unit: ConvolutionUnit): readonly Link[] {
  return [...convolutionNorm(unit), ['relu6']];
}
