import type { BlockId, EdgeId, NodeId } from '@/lib/core/ids';
import type { Params } from '@/lib/layers/fields';

export interface Position {
  readonly x: number;
  readonly y: number;
}

/**
 * A layer, or what stands for layers. Ids are unique in the whole document, inside blocks too, so that one command
 * changes a layer wherever it is drawn.
 */
export interface DocumentNode {
  readonly id: NodeId;
  /** A type of the layer registry, or one of the two of blocks.ts. */
  readonly type: string;
  /** The person's own name for the layer; absent = the type's title. */
  readonly title?: string;
  readonly params: Params;
  readonly position: Position;
  /** The block it is drawn in; absent: the design itself. An edge joins two nodes of one scope. */
  readonly scope?: BlockId;
}

/**
 * Layers that are drawn once and used as one, as often as wanted. Its layers and edges are those of the document with
 * this scope; nodes of type 'block' stand for it, in the design or in other blocks (never, by any way, in itself).
 */
export interface Block {
  readonly id: BlockId;
  readonly name: string;
  /** The layer of its scope whose output is the block's; null while there is none. */
  readonly output: NodeId | null;
}

/** A rule that a person does not want to hear of any more: for one layer, or without `node` for the whole design. */
export interface Silence {
  /** A diagnostic's code. */
  readonly code: string;
  readonly node?: NodeId;
}

export interface DocumentEdge {
  readonly id: EdgeId;
  readonly source: NodeId;
  readonly target: NodeId;
  /** Order among the edges that enter `target`: matters to Concatenate. Unique per target, gaps allowed. */
  readonly slot: number;
}

/** What the design is trained on and how. Part of the document, so undo and files carry it. */
export interface TrainingSettings {
  /** A data set's id, or NO_DATASET. */
  readonly dataset: string;
  readonly loss: LossName;
  readonly optimizer: OptimizerSettings;
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
  /** Share of the training set that is used at all, in (0, 1]. */
  readonly dataShare: number;
  /** Share of the used training data held out for validation, in [0, 0.5]. */
  readonly validationShare: number;
}

/** A design for data that is not at hand (ImageNet): no task rules apply, and training asks for a data set first. */
export const NO_DATASET = 'none';

export const LOSSES = ['categorical-cross-entropy', 'mean-squared-error', 'binary-cross-entropy'] as const;
export type LossName = (typeof LOSSES)[number];

export const OPTIMIZERS = ['sgd', 'momentum', 'rmsprop', 'adam'] as const;
export type OptimizerName = (typeof OPTIMIZERS)[number];

/** One flat record, so that switching the optimizer and back loses nothing; each optimizer reads its own constants. */
export interface OptimizerSettings {
  readonly name: OptimizerName;
  readonly learningRate: number;
  /** momentum */
  readonly momentum: number;
  /** RMSProp's decay of the mean square */
  readonly decay: number;
  /** Adam */
  readonly beta1: number;
  readonly beta2: number;
  /** RMSProp and Adam; always given explicitly, since tfjs's default differs between backends. */
  readonly epsilon: number;
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

type Numbers<T> = { readonly [K in keyof T as T[K] extends number ? K : never]: Bounds };

/** What each number of the training settings may be: forms, files and the trainer agree on it. */
export const TRAINING_BOUNDS: {
  readonly training: Numbers<TrainingSettings>;
  readonly optimizer: Numbers<OptimizerSettings>;
} = {
  training: {
    batchSize: { min: 1, max: 4096, whole: true },
    epochs: { min: 1, max: 1000, whole: true },
    seed: { min: 0, max: 2 ** 31 - 1, whole: true },
    dataShare: { min: 0.001, max: 1, whole: false },
    validationShare: { min: 0, max: 0.5, whole: false },
  },
  optimizer: {
    learningRate: { min: 1e-8, max: 100, whole: false },
    momentum: { min: 0, max: 0.9999, whole: false },
    decay: { min: 0, max: 0.9999, whole: false },
    beta1: { min: 0, max: 0.9999, whole: false },
    beta2: { min: 0, max: 0.99999, whole: false },
    epsilon: { min: 1e-12, max: 1, whole: false },
  },
};

/** A design: plain JSON, no derived data, no hover, selection or viewport. */
export interface Document {
  readonly name: string;
  readonly nodes: Readonly<Record<NodeId, DocumentNode>>;
  readonly edges: Readonly<Record<EdgeId, DocumentEdge>>;
  readonly training: TrainingSettings;
  readonly blocks: Readonly<Record<BlockId, Block>>;
  /** The layers whose outputs are the network's, in order; empty: the one that nothing takes. */
  readonly outputs: readonly NodeId[];
  readonly silenced: readonly Silence[];
}

export const FORMAT = 'shapeflow';
export const FORMAT_VERSION = 2;

/** The file on disk: the document, with the versions of the format and of every layer type in it. */
export interface DocumentFile extends Document {
  readonly format: typeof FORMAT;
  readonly version: typeof FORMAT_VERSION;
  readonly layers: Readonly<Record<string, number>>;
}
