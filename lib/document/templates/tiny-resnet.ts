import type { NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';
import { addChain, createBuilder, type Builder, type Link } from '@/lib/document/templates/build-chain';

/**
 * He, Zhang, Ren & Sun, "Deep Residual Learning for Image Recognition", CVPR 2016, in miniature for MNIST: three blocks
 * of two 3 × 3 convolutions, the sizes halved and the channels doubled between them by a 1 × 1 projection (option B of
 * the paper), global average pooling at the end. Trainings are short here, so the running averages follow faster.
 */
export function buildTinyResnet(): Document {
  const builder = createBuilder('Tiny ResNet');
  const stem = addChain(builder, [['input', { shape: [28, 28, 1] }], ...convolution(8, 1), ['relu']]);
  const first = addBlock(builder, stem, { filters: 8, stride: 1 });
  const second = addBlock(builder, first, { filters: 16, stride: 2 });
  const third = addBlock(builder, second, { filters: 32, stride: 2 });
  addChain(builder, [['global_avg_pool2d'], ['dense', { units: 10 }], ['softmax']], third);
  return builder.build();
}

function addBlock(builder: Builder, from: NodeId, { filters, stride }: { filters: number; stride: number }): NodeId {
  const residual = addChain(builder, [...convolution(filters, stride), ['relu'], ...convolution(filters, 1)], from);
  const shortcut = stride === 1 ? from : addChain(builder, projection(filters, stride), from);
  return builder.add('relu', {}, builder.add('add', {}, residual, shortcut));
}

/** Batch normalization has a shift of its own, so the convolution before it needs no bias. */
function convolution(filters: number, stride: number): readonly Link[] {
  return [
    ['conv2d', { filters, strides: [stride, stride], padding: 'same', useBias: false, kernelInitializer: 'heNormal' }],
    ['batch_norm', { momentum: 0.9 }],
  ];
}

function projection(filters: number, stride: number): readonly Link[] {
  return [
    [
      'conv2d',
      { filters, kernelSize: [1, 1], strides: [stride, stride], useBias: false, kernelInitializer: 'heNormal' },
    ],
    ['batch_norm', { momentum: 0.9 }],
  ];
}
