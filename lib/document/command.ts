import type { ParamValue } from '@/lib/core/problem';
import type { BlockId, EdgeId, NodeId } from '@/lib/core/ids';
import type { Params } from '@/lib/layers/fields';
import type { BlockParts } from '@/lib/document/block-parts';
import type { NewLayer } from '@/lib/layers/definition';
import type { Document, DocumentEdge, DocumentNode, Position, Silence } from '@/lib/document/document';
import type { TrainingSettings } from '@/lib/document/training-settings';

/**
 * Every change to a document, as data: actions, diagnostics' fixes and tests all speak it. `applyCommand` is pure;
 * a command that cannot apply (an id that is gone) leaves the document as it is, the same object.
 */
export type Command =
  /**
   * Adds a layer, a use of a block (type and parameters as in blocks.ts) or an input of one; `after` connects it behind
   * that node, taking over the node's outgoing edges when it has exactly one. It is drawn where `after` is, else in `scope`.
   */
  | {
      readonly kind: 'add-layer';
      readonly type: string;
      readonly params?: Params;
      readonly position?: Position;
      readonly after?: NodeId;
      readonly scope?: BlockId;
    }
  /** Splits an edge: source → new layer → target. */
  | { readonly kind: 'insert-on-edge'; readonly edge: EdgeId; readonly type: string; readonly params?: Params }
  /** Moves an existing, unconnected node onto an edge. */
  | { readonly kind: 'splice-on-edge'; readonly edge: EdgeId; readonly node: NodeId }
  | { readonly kind: 'connect'; readonly source: NodeId; readonly target: NodeId }
  /** Gives one end of an edge to another node. */
  | { readonly kind: 'reconnect'; readonly edge: EdgeId; readonly source: NodeId; readonly target: NodeId }
  /** Removes nodes and edges; where a single layer led into what is removed, it leads on to what followed (the chain heals). */
  | { readonly kind: 'remove'; readonly nodes: readonly NodeId[]; readonly edges: readonly EdgeId[] }
  | { readonly kind: 'set-param'; readonly node: NodeId; readonly param: string; readonly value: ParamValue }
  /**
   * Puts a chain in a layer's place, between what leads to it and all that it leads to. A first layer of the same type is
   * the layer itself with other parameters.
   */
  | { readonly kind: 'replace-layer'; readonly node: NodeId; readonly layers: readonly NewLayer[] }
  | { readonly kind: 'set-title'; readonly node: NodeId; readonly title: string }
  /** What a unit answers to; `node`: the layer in the design written out. An empty note takes it away. */
  | { readonly kind: 'set-unit-note'; readonly node: NodeId; readonly unit: number; readonly note: string }
  | { readonly kind: 'move'; readonly positions: Readonly<Record<NodeId, Position>> }
  | {
      readonly kind: 'paste';
      readonly nodes: readonly DocumentNode[];
      readonly edges: readonly DocumentEdge[];
      readonly offset: Position;
      /** Where they are drawn; absent: in the design itself. */
      readonly scope?: BlockId;
      /** The blocks that the layers stand for; those that the document has just so are used as they are. */
      readonly blocks?: BlockParts;
    }
  /** Makes a block of layers, with one use of it in their place. */
  | { readonly kind: 'group'; readonly nodes: readonly NodeId[]; readonly name: string }
  /** Puts the layers of a block, as often as it is repeated, in the place of one use of it. */
  | { readonly kind: 'ungroup'; readonly node: NodeId }
  /** Gives one use a block of its own, alike but independent of the other uses from now on. */
  | { readonly kind: 'separate-block'; readonly node: NodeId; readonly name: string }
  | { readonly kind: 'rename-block'; readonly block: BlockId; readonly name: string }
  /** Makes a layer of a block the one whose output is the block's. */
  | { readonly kind: 'set-block-output'; readonly node: NodeId }
  | { readonly kind: 'set-name'; readonly name: string }
  /** Says which layers' outputs are the network's; none: the one that nothing takes. */
  | { readonly kind: 'set-outputs'; readonly nodes: readonly NodeId[] }
  /** A hint or warning that is not to be shown any more, for one layer or, without `node`, for the whole design. */
  | ({ readonly kind: 'silence' } & Silence)
  | ({ readonly kind: 'unsilence' } & Silence)
  | { readonly kind: 'set-training'; readonly settings: Partial<TrainingSettings> }
  | { readonly kind: 'replace'; readonly document: Document }
  /** Several commands as one step. */
  | { readonly kind: 'batch'; readonly commands: readonly Command[] };
