import type { ParamValue } from '@/lib/core/problem';
import type { EdgeId, NodeId } from '@/lib/core/ids';
import type { Params } from '@/lib/layers/fields';
import type { Document, DocumentEdge, DocumentNode, Position, TrainingSettings } from '@/lib/document/document';

/**
 * Every change to a document, as data: actions, diagnostics' fixes and tests all speak it. `applyCommand` is pure;
 * a command that cannot apply (an id that is gone) leaves the document as it is, the same object.
 */
export type Command =
  /** Adds a layer; `after` connects it behind that node, taking over the node's outgoing edges when it has exactly one. */
  | {
      readonly kind: 'add-layer';
      readonly type: string;
      readonly params?: Params;
      readonly position?: Position;
      readonly after?: NodeId;
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
  | { readonly kind: 'set-title'; readonly node: NodeId; readonly title: string }
  | { readonly kind: 'move'; readonly positions: Readonly<Record<NodeId, Position>> }
  | {
      readonly kind: 'paste';
      readonly nodes: readonly DocumentNode[];
      readonly edges: readonly DocumentEdge[];
      readonly offset: Position;
    }
  | { readonly kind: 'set-name'; readonly name: string }
  /** Says which layers' outputs are the network's; none: the one that nothing takes. */
  | { readonly kind: 'set-outputs'; readonly nodes: readonly NodeId[] }
  | { readonly kind: 'set-training'; readonly settings: Partial<TrainingSettings> }
  | { readonly kind: 'replace'; readonly document: Document }
  /** Several commands as one step. */
  | { readonly kind: 'batch'; readonly commands: readonly Command[] };
