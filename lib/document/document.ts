import type { BlockId, EdgeId, NodeId } from '@/lib/core/ids';
import type { TrainingSettings } from '@/lib/document/training-settings';
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
  /** What a person has found its units to answer to. */
  readonly notes?: UnitNotes;
}

/** By channel; in a block the repetition's prefix stands before it: `5`, `block_1.2.5`. */
export type UnitNotes = Readonly<Record<string, string>>;

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
