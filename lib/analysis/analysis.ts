import type { TaskTarget } from '@/lib/core/heads';
import type { EdgeId, NodeId } from '@/lib/core/ids';
import type { TensorType } from '@/lib/core/tensor-type';
import type { Weight } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';
import type { Document } from '@/lib/document/document';
import type { Diagnostic } from '@/lib/analysis/diagnostic';

/**
 * What one unit of a layer sees of the input image, per axis (height, width): size in pixels, jump (pixels between
 * neighbouring units) and start (centre of the first unit, 0.5 = centre of the first pixel). Araujo, Norris & Sim,
 * "Computing Receptive Fields of Convolutional Neural Networks", Distill 2019.
 */
export interface ReceptiveField {
  readonly size: Pair;
  readonly jump: Pair;
  readonly start: Pair;
  /** The whole input (behind a flatten, dense or global pooling): size is the image's, and jump 0, as there is one unit. */
  readonly global: boolean;
}

/** What is known of one layer. Fields are null where a fault upstream or in the layer itself leaves them unknown. */
export interface LayerAnalysis {
  readonly node: NodeId;
  readonly inputs: readonly NodeId[];
  readonly output: TensorType | null;
  readonly weights: readonly Weight[];
  readonly params: number;
  readonly trainableParams: number;
  readonly macs: number;
  readonly receptiveField: ReceptiveField | null;
}

export interface MemoryEstimate {
  /** Bytes of all weights, float32. */
  readonly weights: number;
  /** Bytes of the activations of one batch that inference holds at once: the largest sum of a layer's inputs and output. */
  readonly inferenceActivations: number;
  /** Bytes of every activation of one batch, kept for the backward pass. */
  readonly trainingActivations: number;
  /** Bytes of the weights' gradients and of the optimizer's state. */
  readonly trainingState: number;
  readonly inference: number;
  readonly training: number;
}

/** Of the layers that make the network. */
export interface Totals {
  /** Every layer of the network is in the sums; false while a fault leaves some layers without a shape. */
  readonly complete: boolean;
  readonly params: number;
  readonly trainableParams: number;
  /** For one sample. */
  readonly macs: number;
  readonly memory: MemoryEstimate;
}

export interface Analysis {
  /** Topological order of the layers outside cycles; ties by position of their first appearance. */
  readonly order: readonly NodeId[];
  /**
   * The design with every block written out: the same object where it has none. `order`, `network` and `outputs` speak of
   * its layers, whose ids are those of the document outside blocks, and `block_1.conv2d_3` (`block_1.2.conv2d_3` for the
   * second repetition) inside.
   */
  readonly flat: Document;
  /** The layers whose outputs are the network's; none where there is none or no telling which. */
  readonly outputs: readonly NodeId[];
  /** The first of them. */
  readonly output: NodeId | null;
  /** In the same order, the layers that make the network: those on a way from an input to the output. */
  readonly network: readonly NodeId[];
  /**
   * By id: of every layer of `flat`; of every node that stands for a block (its sums, and what leaves it); and of the
   * layers inside a block by their own ids, as they are where the block is used first.
   */
  readonly layers: Readonly<Record<NodeId, LayerAnalysis>>;
  /** The type that travels on an edge, where known; ids as for `layers`. */
  readonly edges: Readonly<Record<EdgeId, TensorType | null>>;
  readonly totals: Totals;
  readonly diagnostics: readonly Diagnostic[];
  /** How many hints and warnings are left out because a person silenced them. */
  readonly silenced: number;
  readonly hasErrors: boolean;
  /** A layer of the network cannot be computed in the browser: it is counted and exported, but not trained here. */
  readonly isLimited: boolean;
}

export function isTrainable({ hasErrors, isLimited }: Pick<Analysis, 'hasErrors' | 'isLimited'>): boolean {
  return !hasErrors && !isLimited;
}

/** What the design is checked against besides itself; from the data-set registry, absent for an unknown data set. */
export interface AnalysisTask {
  readonly dataset: string;
  readonly inputShape: readonly number[];
  readonly classes: number;
  /** All that can be learned; left out: one of `classes`. */
  readonly targets?: readonly TaskTarget[];
}
