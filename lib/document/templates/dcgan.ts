import { applyCommand } from '@/lib/document/apply-command';
import type { Document } from '@/lib/document/document';
import { buildChain, withoutDataset, type Link } from '@/lib/document/templates/build-chain';

/**
 * Radford, Metz & Chintala, "Unsupervised Representation Learning with Deep Convolutional Generative Adversarial Networks", ICLR
 * 2016, figure 1: 100 random numbers become a picture of 64 × 64 × 3. Kernels of 5 × 5 without biases, as in the authors' code
 * for LSUN; 18,885,504 trained parameters by their sum. PyTorch's example of the same name is a smaller one with 4 × 4 kernels.
 */
export function buildDcganGenerator(): Document {
  return withoutDataset(
    buildChain('DCGAN generator', [
      ['input', { shape: [100] }],
      ['dense', { units: 4 * 4 * 1024, useBias: false }],
      ['batch_norm', NORM],
      ['relu'],
      ['reshape', { shape: [4, 4, 1024] }],
      ...[512, 256, 128].flatMap((filters): readonly Link[] => [up(filters), ['batch_norm', NORM], ['relu']]),
      up(3),
      ['tanh'],
    ]),
  );
}

/** Its opponent, after section 3 of the paper: strides instead of pooling, LeakyReLU, one number for "this is real". */
export function buildDcganDiscriminator(): Document {
  const document = buildChain('DCGAN discriminator', [
    ['input', { shape: [64, 64, 3] }],
    down(128),
    LEAKY,
    ...[256, 512, 1024].flatMap((filters): readonly Link[] => [down(filters), ['batch_norm', NORM], LEAKY]),
    ['flatten'],
    ['dense', { units: 1, useBias: false }],
    ['sigmoid'],
  ]);
  return applyCommand(withoutDataset(document), { kind: 'set-training', settings: { loss: 'binary-cross-entropy' } });
}

const NORM = { momentum: 0.9, epsilon: 1e-5 } as const;
const LEAKY: Link = ['leaky_relu', { alpha: 0.2 }];
const KERNEL = { kernelSize: [5, 5], strides: [2, 2], padding: 'same', useBias: false } as const;

function up(filters: number): Link {
  return ['conv2d_transpose', { filters, ...KERNEL }];
}

function down(filters: number): Link {
  return ['conv2d', { filters, ...KERNEL }];
}
