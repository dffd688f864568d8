import { type Conv2dParams, conv2dFields } from '@/lib/layers/convolution/conv2d-fields';
import type { Example } from '@/lib/layers/definition';
import { defaultParams } from '@/lib/layers/fields';

const defaults: Conv2dParams = defaultParams(conv2dFields);

export const convolutionExamples: readonly [Example<Conv2dParams>, ...Example<Conv2dParams>[]] = [
  {
    title: 'Without padding a 3 × 3 kernel takes one pixel off each side',
    params: { ...defaults, filters: 2 },
    inputs: [[6, 5, 3]],
    output: [4, 3, 2],
    parameters: 56,
    macs: 648,
  },
  {
    title: 'An even kernel with padding “same” has its extra border at the end',
    params: { ...defaults, filters: 2, kernelSize: [2, 4], padding: 'same' },
    inputs: [[4, 5, 1]],
    output: [4, 5, 2],
    parameters: 18,
    macs: 320,
  },
  {
    title: 'Stride 2 with padding “same” rounds the half up',
    params: { ...defaults, filters: 3, strides: [2, 2], padding: 'same', kernelInitializer: 'heNormal' },
    inputs: [[5, 4, 2]],
    output: [3, 2, 3],
    parameters: 57,
    macs: 324,
  },
  {
    title: 'A border of its own on every side, and no bias',
    params: {
      ...defaults,
      filters: 2,
      kernelSize: [3, 2],
      strides: [2, 1],
      padding: { top: 1, bottom: 0, left: 0, right: 2 },
      useBias: false,
    },
    inputs: [[5, 4, 2]],
    output: [2, 5, 2],
    parameters: 24,
    macs: 240,
  },
  {
    title: 'A dilated kernel reads every second pixel',
    params: { ...defaults, filters: 2, dilation: [2, 2], padding: 'same' },
    inputs: [[6, 6, 2]],
    output: [6, 6, 2],
    parameters: 38,
    macs: 1296,
  },
  {
    title: 'Two groups halve the weights',
    params: { ...defaults, filters: 6, groups: 2, strides: [2, 2] },
    inputs: [[5, 5, 4]],
    output: [2, 2, 6],
    parameters: 114,
    macs: 432,
  },
  {
    title: 'As many groups as channels: each channel has filters of its own',
    params: { ...defaults, filters: 6, groups: 3, useBias: false, dilation: [1, 2] },
    inputs: [[4, 6, 3]],
    output: [2, 2, 6],
    parameters: 54,
    macs: 216,
  },
];
