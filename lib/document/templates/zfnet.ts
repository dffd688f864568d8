import type { Document } from '@/lib/document/document';
import { buildChain, IMAGENET_CLASSIFIER, withoutDataset, type Link } from '@/lib/document/templates/build-chain';
import { border, convolutionRelu } from '@/lib/document/templates/units';

/**
 * Zeiler & Fergus, "Visualizing and Understanding Convolutional Networks", ECCV 2014, figure 3: AlexNet with a first kernel of
 * 7 × 7 instead of 11 × 11 and smaller strides, as pictures of what its layers had learnt suggested. Maps of 110, 55, 26, 13
 * and 6 pixels as drawn there, which needs a border of 1 and pooling windows rounded up. 62,357,608 parameters. The paper's
 * contrast normalization is written as AlexNet's local response normalization.
 */
export function buildZfnet(): Document {
  return withoutDataset(
    buildChain('ZFNet', [
      ['input', { shape: [224, 224, 3] }],
      ['conv2d', { filters: 96, kernelSize: [7, 7], strides: [2, 2], padding: border(1) }],
      ['relu'],
      POOL,
      ['local_response_norm'],
      ['conv2d', { filters: 256, kernelSize: [5, 5], strides: [2, 2] }],
      ['relu'],
      POOL,
      ['local_response_norm'],
      ...convolutionRelu(384, 3),
      ...convolutionRelu(384, 3),
      ...convolutionRelu(256, 3),
      POOL,
      ...IMAGENET_CLASSIFIER,
    ]),
  );
}

const POOL: Link = ['max_pool2d', { poolSize: [3, 3], rounding: 'ceil' }];
