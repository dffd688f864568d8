import { applyCommand } from '@/lib/document/apply-command';
import type { Document } from '@/lib/document/document';
import { buildChain, withoutDataset } from '@/lib/document/templates/build-chain';

/**
 * A digit in 32 numbers and back: convolutions that halve the picture, a narrow dense layer, and transposed convolutions that
 * mirror them. After Hinton & Salakhutdinov, "Reducing the Dimensionality of Data with Neural Networks", Science 2006, and Masci
 * et al., "Stacked Convolutional Auto-Encoders", ICANN 2011; the sizes are our own, for MNIST.
 */
export function buildAutoencoder(): Document {
  const document = buildChain('Autoencoder', [
    ['input', { shape: [28, 28, 1] }],
    ['conv2d', { filters: 16, strides: [2, 2], padding: 'same' }],
    ['relu'],
    ['conv2d', { filters: 32, strides: [2, 2], padding: 'same' }],
    ['relu'],
    ['flatten'],
    ['dense', { units: 32 }],
    ['dense', { units: 7 * 7 * 32 }],
    ['relu'],
    ['reshape', { shape: [7, 7, 32] }],
    ['conv2d_transpose', { filters: 16, kernelSize: [3, 3], padding: 'same' }],
    ['relu'],
    ['conv2d_transpose', { filters: 1, kernelSize: [3, 3], padding: 'same' }],
    ['sigmoid'],
  ]);
  return applyCommand(withoutDataset(document), { kind: 'set-training', settings: { loss: 'mean-squared-error' } });
}
