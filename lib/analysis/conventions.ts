import type { NodeId } from '@/lib/core/ids';
import type { OptimizerName, TrainingSettings } from '@/lib/document/training-settings';

export const WORK_UNITS = ['macs', 'flops'] as const;
/** A FLOP is one multiplication or addition, so that a multiply-accumulate is two. */
export type WorkUnit = (typeof WORK_UNITS)[number];

export const BIAS_COUNTS = ['params', 'params-and-work', 'never'] as const;
/**
 * Where biases count. As work a bias is one more multiply-accumulate per output value: k·k·C + 1 in place of k·k·C, as
 * Molchanov et al., "Pruning Convolutional Neural Networks for Resource Efficient Inference", ICLR 2017, appendix.
 */
export type BiasCount = (typeof BIAS_COUNTS)[number];

export const PRECISIONS = ['float32', 'float16', 'mixed'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** How figures are counted; they differ between papers and tools, so every figure states them. */
export interface Counting {
  readonly work: WorkUnit;
  readonly biases: BiasCount;
  /** The measured means and variances of batch normalization count as parameters, as in Keras (in PyTorch they do not). */
  readonly statistics: boolean;
  readonly precision: Precision;
}

export interface Conventions extends Counting {
  readonly batchSize: number;
  readonly optimizer: OptimizerName;
  /** Layers that do not learn, by their ids in the document. */
  readonly frozen: readonly NodeId[];
}

/** As the rest of the product counts. */
export const USUAL_COUNTING: Counting = { work: 'macs', biases: 'params', statistics: true, precision: 'float32' };

export function conventionsOf(counting: Counting, { batchSize, optimizer, frozen }: TrainingSettings): Conventions {
  return { ...counting, batchSize, optimizer: optimizer.name, frozen };
}

/** Bytes per number, by what the number is for. */
export interface NumberBytes {
  readonly weight: number;
  readonly activation: number;
  readonly gradient: number;
  /** A second copy of each trained weight, which the optimizer changes; 0: there is none. */
  readonly master: number;
  readonly state: number;
}

/**
 * Mixed precision keeps a float32 copy of the weights and the optimizer's state beside float16 weights, activations and
 * gradients: Micikevicius et al., "Mixed Precision Training", ICLR 2018; with Adam that is 16 bytes per weight
 * (Rajbhandari et al., "ZeRO", SC 2020, §3.1).
 */
export const NUMBER_BYTES: Readonly<Record<Precision, NumberBytes>> = {
  float32: { weight: 4, activation: 4, gradient: 4, master: 0, state: 4 },
  float16: { weight: 2, activation: 2, gradient: 2, master: 0, state: 2 },
  mixed: { weight: 2, activation: 2, gradient: 2, master: 4, state: 4 },
};
