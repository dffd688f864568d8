import type { Document } from '@/lib/document/document';
import { buildChain, IMAGENET_CLASSIFIER, withoutDataset, type Link } from '@/lib/document/templates/build-chain';

/**
 * Krizhevsky, Sutskever & Hinton, "ImageNet Classification with Deep Convolutional Neural Networks", NIPS 2012, split
 * over two graphics cards: convolutions 2, 4 and 5 see only the half of the channels on their own card. 60,965,224
 * parameters, as in Caffe's bvlc_alexnet. The paper says 224 × 224; its own arithmetic needs 227. Local response
 * normalization, which has no parameters and which later networks dropped, is left out.
 */
export function buildAlexnet(): Document {
  return withoutDataset(buildChain('AlexNet', alexnetLinks(2)));
}

/** The same network on one card, every channel seen: 62,378,344 parameters. */
export function buildAlexnetSingleTower(): Document {
  return withoutDataset(buildChain('AlexNet, single tower', alexnetLinks(1)));
}

function alexnetLinks(groups: number): readonly Link[] {
  return [
    ['input', { shape: [227, 227, 3] }],
    ['conv2d', { filters: 96, kernelSize: [11, 11], strides: [4, 4] }],
    ['relu'],
    ['max_pool2d', { poolSize: [3, 3] }],
    ['conv2d', { filters: 256, kernelSize: [5, 5], padding: 'same', groups }],
    ['relu'],
    ['max_pool2d', { poolSize: [3, 3] }],
    ['conv2d', { filters: 384, padding: 'same' }],
    ['relu'],
    ['conv2d', { filters: 384, padding: 'same', groups }],
    ['relu'],
    ['conv2d', { filters: 256, padding: 'same', groups }],
    ['relu'],
    ['max_pool2d', { poolSize: [3, 3] }],
    ...IMAGENET_CLASSIFIER,
  ];
}
