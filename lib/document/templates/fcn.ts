import type { NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';
import { addChain, createBuilder, withoutDataset, type Builder, type Link } from '@/lib/document/templates/build-chain';
import { convolutionRelu } from '@/lib/document/templates/units';

/** PASCAL VOC: 20 kinds of objects and the background. */
const CLASSES = 21;

/**
 * Long, Shelhamer & Darrell, "Fully Convolutional Networks for Semantic Segmentation", CVPR 2015: FCN-8s after the authors'
 * voc-fcn8s, for a picture of 500 × 500. VGG-16 with its dense layers as convolutions; scores at three scales, doubled in size
 * and added. The border of 100 pixels and the crops at 5, 9 and 31 are theirs. 134,489,759 parameters by their sum; the paper's
 * table 1 says 134 million. The authors start the up-sampling kernels as bilinear interpolation and do not train them.
 */
export function buildFcn(): Document {
  const builder = createBuilder('FCN-8s');
  let end = addChain(builder, [
    ['input', { shape: [500, 500, 3] }],
    ['conv2d', { filters: 64, padding: { top: 100, bottom: 100, left: 100, right: 100 } }],
    ['relu'],
    ...convolutionRelu(64, 3),
    POOL,
    ...stage(2, 128),
  ]);
  const third = (end = addChain(builder, stage(3, 256), end));
  const fourth = (end = addChain(builder, stage(3, 512), end));
  const scores = addChain(builder, [...stage(3, 512), ...HEAD], end);
  const fused = addFusion(builder, { coarse: scores, fine: fourth, offset: 5 });
  const finest = addFusion(builder, { coarse: fused, fine: third, offset: 9 });
  addChain(
    builder,
    [upscore(16, 8), ['cropping2d', { top: 31, left: 31, bottom: 37, right: 37 }], ['softmax']],
    finest,
  );
  return withoutDataset(builder.build());
}

/** Caffe rounds the number of pooling windows up. */
const POOL: Link = ['max_pool2d', { rounding: 'ceil' }];

function stage(convolutions: number, filters: number): readonly Link[] {
  return [...Array.from({ length: convolutions }, () => convolutionRelu(filters, 3)).flat(), POOL];
}

const HEAD: readonly Link[] = [
  ['conv2d', { filters: 4096, kernelSize: [7, 7] }],
  ['relu'],
  ['dropout', { rate: 0.5 }],
  ...convolutionRelu(4096, 1),
  ['dropout', { rate: 0.5 }],
  score(),
];

function score(): Link {
  return ['conv2d', { filters: CLASSES, kernelSize: [1, 1] }];
}

function upscore(kernel: number, stride: number): Link {
  return [
    'conv2d_transpose',
    { filters: CLASSES, kernelSize: [kernel, kernel], strides: [stride, stride], useBias: false },
  ];
}

interface Fusion {
  readonly coarse: NodeId;
  readonly fine: NodeId;
  /** Of the coarse scores on the finer grid; the border makes it the same on all sides here. */
  readonly offset: number;
}

function addFusion(builder: Builder, { coarse, fine, offset }: Fusion): NodeId {
  const up = addChain(builder, [upscore(4, 2)], coarse);
  const sides = { top: offset, bottom: offset, left: offset, right: offset };
  const cropped = addChain(builder, [score(), ['cropping2d', sides]], fine);
  return builder.add('add', {}, up, cropped);
}
