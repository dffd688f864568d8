import type { Document } from '@/lib/document/document';
import type { Link } from '@/lib/document/templates/build-chain';
import { chain, design } from './designs';

/** Strides of the thirteen depthwise convolutions: Howard et al. 2017, table 1. */
const MOBILENET: readonly (readonly [channels: number, stride: number])[] = [
  [64, 1],
  [128, 2],
  [128, 1],
  [256, 2],
  [256, 1],
  [512, 2],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [1024, 2],
  [1024, 1],
];

/** MobileNet v1, α = 1, as in Keras: no biases but the last, batch normalization behind every convolution. */
export function mobilenet(): Document {
  const normalized = [['batch_norm'], ['relu6']] as const satisfies readonly Link[];
  const first: Link = ['conv2d', { filters: 32, strides: [2, 2], padding: 'same', useBias: false }];
  const blocks = MOBILENET.flatMap(([filters, stride]): readonly Link[] => [
    ['depthwise_conv2d', { strides: [stride, stride], padding: 'same', useBias: false }],
    ...normalized,
    ['conv2d', { filters, kernelSize: [1, 1], useBias: false }],
    ...normalized,
  ]);
  const input: Link = ['input', { shape: [224, 224, 3] }];
  return chain(input, first, ...normalized, ...blocks, ['global_avg_pool2d'], ['dense', { units: 1000 }]);
}

/** The trunk of ResNet-50 as in TF-Slim, where the last bottleneck of a block has its stride; the name of its end. */
export function slimResnet50(): { readonly document: Document; readonly end: string } {
  let end = '';
  const document = design((builder) => {
    const convolve = (size: number, filters: number, stride: number, from: string) =>
      builder.add('conv2d', { kernelSize: [size, size], filters, strides: [stride, stride], padding: 'same' }, from);
    const root = convolve(7, 64, 2, builder.add('input', { shape: [224, 224, 3] }));
    end = builder.add('max_pool2d', { poolSize: [3, 3], strides: [2, 2], padding: 'same' }, root);
    for (const [units, width, stride] of [
      [3, 64, 2],
      [4, 128, 2],
      [6, 256, 2],
      [3, 512, 1],
    ] as const) {
      for (let unit = 1; unit <= units; unit += 1) {
        const step = unit === units ? stride : 1;
        const shortcut = convolve(1, 4 * width, step, end);
        const narrow = convolve(3, width, step, convolve(1, width, 1, end));
        end = builder.add('add', {}, shortcut, convolve(1, 4 * width, 1, narrow));
      }
    }
  });
  return { document, end };
}
