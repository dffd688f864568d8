import type { Document } from '@/lib/document/document';
import { buildChain } from '@/lib/document/templates/build-chain';

/**
 * LeCun, Bottou, Bengio & Haffner, "Gradient-Based Learning Applied to Document Recognition", Proc. IEEE 1998, as it is
 * taught today: 61,706 parameters. The paper pads the digits to 32 × 32, which padding 'same' does in the first layer;
 * its trainable pooling, its sparse second convolution (hence 60,000 there) and its radial basis outputs gave way to
 * the maximum of each window (with means instead, test accuracy after two epochs is about one point lower), a full
 * convolution and softmax.
 */
export function buildLenet5(): Document {
  return buildChain('LeNet-5', [
    ['input', { shape: [28, 28, 1] }],
    ['conv2d', { filters: 6, kernelSize: [5, 5], padding: 'same' }],
    ['tanh'],
    ['max_pool2d'],
    ['conv2d', { filters: 16, kernelSize: [5, 5] }],
    ['tanh'],
    ['max_pool2d'],
    ['flatten'],
    ['dense', { units: 120 }],
    ['tanh'],
    ['dense', { units: 84 }],
    ['tanh'],
    ['dense', { units: 10 }],
    ['softmax'],
  ]);
}
