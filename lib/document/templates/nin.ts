import type { Document } from '@/lib/document/document';
import { buildChain, withoutDataset, type Link } from '@/lib/document/templates/build-chain';
import { convolutionRelu } from '@/lib/document/templates/units';

/**
 * Lin, Chen & Yan, "Network In Network", ICLR 2014, in the authors' version for ImageNet in Caffe's model zoo ("NIN-Imagenet",
 * 29 MB of weights): after each of four convolutions two of 1 × 1, a small network at every place; one map per class and their
 * means at the end, no dense layer. 7,595,176 parameters. Caffe rounds the number of pooling windows up.
 */
export function buildNin(): Document {
  return withoutDataset(
    buildChain('Network in Network', [
      ['input', { shape: [224, 224, 3] }],
      ['conv2d', { filters: 96, kernelSize: [11, 11], strides: [4, 4] }],
      ['relu'],
      ...convolutionRelu(96, 1),
      ...convolutionRelu(96, 1),
      POOL,
      ...convolutionRelu(256, 5),
      ...convolutionRelu(256, 1),
      ...convolutionRelu(256, 1),
      POOL,
      ...convolutionRelu(384, 3),
      ...convolutionRelu(384, 1),
      ...convolutionRelu(384, 1),
      POOL,
      ['dropout', { rate: 0.5 }],
      ...convolutionRelu(1024, 3),
      ...convolutionRelu(1024, 1),
      ...convolutionRelu(1000, 1),
      ['global_avg_pool2d'],
      ['softmax'],
    ]),
  );
}

const POOL: Link = ['max_pool2d', { poolSize: [3, 3], rounding: 'ceil' }];
