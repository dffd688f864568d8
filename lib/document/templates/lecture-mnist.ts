import type { Document } from '@/lib/document/document';
import { buildChain } from '@/lib/document/templates/build-chain';

/**
 * The network of a beginners' laboratory on MNIST: two convolutions of 6 and 16 filters 3 × 3 with the sigmoid, each
 * followed by max pooling, then dense layers. What ReLU, pooling and convolution bring is seen by taking them away.
 */
export function buildLectureMnist(): Document {
  return buildChain('MNIST with sigmoid', [
    ['input', { shape: [28, 28, 1] }],
    ['conv2d', { filters: 6, kernelSize: [3, 3] }],
    ['sigmoid'],
    ['max_pool2d'],
    ['conv2d', { filters: 16, kernelSize: [3, 3] }],
    ['sigmoid'],
    ['max_pool2d'],
    ['flatten'],
    ['dense', { units: 120 }],
    ['sigmoid'],
    ['dense', { units: 84 }],
    ['sigmoid'],
    ['dense', { units: 10 }],
    ['softmax'],
  ]);
}
