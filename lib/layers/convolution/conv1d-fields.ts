import { conv2dFields } from '@/lib/layers/convolution/conv2d-fields';
import type { Fields, ParamsOf } from '@/lib/layers/fields';

export const conv1dFields = {
  filters: conv2dFields.filters,
  kernelSize: { kind: 'integer', default: 3, min: 1, max: 65536, onNode: 'always' },
  strides: { kind: 'integer', default: 1, min: 1, max: 65536, onNode: 'when-changed' },
  padding: { kind: 'choice', default: 'valid', options: ['valid', 'same', 'causal'], onNode: 'when-changed' },
  dilation: { kind: 'integer', default: 1, min: 1, max: 65536, onNode: 'when-changed', advanced: true },
  groups: conv2dFields.groups,
  useBias: conv2dFields.useBias,
  kernelInitializer: conv2dFields.kernelInitializer,
  biasStart: conv2dFields.biasStart,
} as const satisfies Fields;

export type Conv1dParams = ParamsOf<typeof conv1dFields>;
