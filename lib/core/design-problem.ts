type Pair = readonly [number, number];

/** What the rules that read a whole design find, with the numbers their messages need. Pairs are height, width. */
export interface DesignProblemValues {
  'design/empty': Record<string, never>;
  /** `what` both layers come to: a convolution with this kernel and stride, or a dense layer of that many units. */
  'design/linear-stack': {
    first: string;
    second: string;
    what: 'convolution' | 'dense' | 'layer';
    kernel?: Pair;
    stride?: Pair;
    units?: number;
    /** The most that the rank of the one matrix can be. */
    rank?: number;
  };
  'design/no-activation': { first: string; second: string };
  /** `factor`: the product of the largest slopes along the way that keeps most of the gradient. */
  'design/saturating-stack': { count: number; factor: number };
  'design/large-kernel': { kernel: Pair; stack: number; params: number; stackParams: number; macs: number };
  'design/heavy-dense': { params: number; total: number };
  'design/dropout-before-batch-norm': { layer: string };
  'design/bias-before-batch-norm': { count: number; params: number };
  'design/stride-over-kernel': { stride: Pair; kernel: Pair };
  'design/small-field': { field: Pair; image: Pair };
  'design/whole-field': { count: number; field: Pair; image: Pair };
  'design/kernel-over-image': { kernel: Pair; image: Pair };
  'design/dropped-edge': { rows: number; columns: number; image: Pair };
}

/** Ways to rewrite layers; worded in lib/messages/rewrites.ts. */
export type RewriteId =
  | 'stack-of-3x3'
  | 'depthwise-separable'
  | 'bottleneck'
  | 'asymmetric'
  | 'global-average'
  | 'strided-convolution'
  | 'insert-batch-norm'
  | 'replace-activations'
  | 'remove-pooling'
  | 'remove-convolutions';
