import type { Document } from '@/lib/document/document';
import { buildChain, IMAGENET_CLASSIFIER, withoutDataset, type Link } from '@/lib/document/templates/build-chain';

/** Convolutions per block. The number in a network's name counts these and the three dense layers. */
const BLOCKS = {
  'VGG-11': [1, 1, 2, 2, 2],
  'VGG-13': [2, 2, 2, 2, 2],
  'VGG-16': [2, 2, 3, 3, 3],
  'VGG-19': [2, 2, 4, 4, 4],
} as const;
const FILTERS = [64, 128, 256, 512, 512] as const;

/**
 * Simonyan & Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition", ICLR 2015, columns A, B, D
 * and E of table 1: 132,863,336 / 133,047,848 / 138,357,544 / 143,667,240 parameters, as in torchvision.
 */
export function buildVgg(name: keyof typeof BLOCKS): Document {
  const blocks = BLOCKS[name].flatMap((convolutions, index) => block(convolutions, FILTERS[index] ?? 512));
  return withoutDataset(buildChain(name, [['input', { shape: [224, 224, 3] }], ...blocks, ...IMAGENET_CLASSIFIER]));
}

function block(convolutions: number, filters: number): readonly Link[] {
  const pair: readonly Link[] = [['conv2d', { filters, padding: 'same' }], ['relu']];
  return [...Array.from({ length: convolutions }, () => pair).flat(), ['max_pool2d']];
}
