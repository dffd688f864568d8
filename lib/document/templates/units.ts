import type { NodeId } from '@/lib/core/ids';
import type { Pair } from '@/lib/layers/fields';
import type { Builder, Link } from '@/lib/document/templates/build-chain';

/** PyTorch's batch normalization: a tenth of each batch into the running statistics. */
export const TORCH_NORM = { momentum: 0.9, epsilon: 1e-5 } as const;

/** The same border on all four sides. */
export function border(width: number) {
  return { top: width, bottom: width, left: width, right: width };
}

export interface ConvolutionUnit {
  readonly filters: number;
  readonly kernel: number | Pair;
  /** 1 if absent. */
  readonly stride?: number;
  /** Absent: half a kernel on every side, as PyTorch's models have it. */
  readonly padding?: 'valid' | 'same';
  readonly useBias?: boolean;
  readonly norm?: { readonly momentum: number; readonly epsilon: number };
}

/** A convolution and its batch normalization, which has a shift of its own: usually there is no bias. */
export function convolutionNorm(unit: ConvolutionUnit): readonly Link[] {
  const { filters, kernel, stride = 1, useBias = false, norm = TORCH_NORM } = unit;
  const kernelSize: Pair = typeof kernel === 'number' ? [kernel, kernel] : kernel;
  const padding = unit.padding ?? halfKernel(kernelSize, stride);
  return [
    ['conv2d', { filters, kernelSize, strides: [stride, stride], padding, useBias, kernelInitializer: 'heNormal' }],
    ['batch_norm', norm],
  ];
}

export function convolutionNormRelu(unit: ConvolutionUnit): readonly Link[] {
  return [...convolutionNorm(unit), ['relu']];
}

/** A convolution with a bias and ReLU, its size kept. */
export function convolutionRelu(filters: number, kernel: number): readonly Link[] {
  return [['conv2d', { filters, kernelSize: [kernel, kernel], padding: kernel === 1 ? 'valid' : 'same' }], ['relu']];
}

/** With stride 1 that is padding 'same'; with others 'same' splits it unevenly, PyTorch does not. */
function halfKernel(kernel: Pair, stride: number) {
  if (kernel[0] === 1 && kernel[1] === 1) return 'valid';
  return stride === 1 ? 'same' : border((kernel[0] - 1) / 2);
}

/** The end of most networks since GoogLeNet: one mean per channel, a score per class of ImageNet. */
export function averageClassifier(dropout?: number): readonly Link[] {
  const dropping: readonly Link[] = dropout === undefined ? [] : [['dropout', { rate: dropout }]];
  return [['global_avg_pool2d'], ...dropping, ['dense', { units: 1000 }], ['softmax']];
}

/** A layer's own name, as its paper or its file calls it. */
export function named(builder: Builder, node: NodeId, title: string): NodeId {
  builder.apply({ kind: 'set-title', node, title });
  return node;
}
