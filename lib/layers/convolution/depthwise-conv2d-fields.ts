import { conv2dFields } from '@/lib/layers/convolution/conv2d-fields';
import type { Fields, ParamsOf } from '@/lib/layers/fields';

export const depthwiseFields = {
  kernelSize: conv2dFields.kernelSize,
  strides: conv2dFields.strides,
  padding: conv2dFields.padding,
  depthMultiplier: { kind: 'integer', default: 1, min: 1, max: 1024, onNode: 'when-changed' },
  dilation: conv2dFields.dilation,
  useBias: conv2dFields.useBias,
  kernelInitializer: conv2dFields.kernelInitializer,
  biasStart: conv2dFields.biasStart,
} as const satisfies Fields;

export type DepthwiseParams = ParamsOf<typeof depthwiseFields>;
