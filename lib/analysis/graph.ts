import type { EdgeId, NodeId } from '@/lib/core/ids';
import type { LayerDefinition } from '@/lib/layers/definition';
import { layerDefinition } from '@/lib/layers/registry';
import type { Document, DocumentEdge, DocumentNode } from '@/lib/document/document';

/** A layer with what leads in and out of it. */
export interface GraphNode {
  readonly id: NodeId;
  readonly node: DocumentNode;
  /** Null for a type that the registry does not have. */
  readonly definition: LayerDefinition | null;
  /** In the order of their slots. */
  readonly incoming: readonly DocumentEdge[];
  readonly outgoing: readonly DocumentEdge[];
  /** Where it stands among the nodes of the document, from 0. */
  readonly index: number;
}

/** The document's layers and the edges between them, looked up once; edges that lead nowhere are left out. */
export type Graph = ReadonlyMap<NodeId, GraphNode>;

export function buildGraph(document: Document): Graph {
  const incoming = new Map<NodeId, DocumentEdge[]>();
  const outgoing = new Map<NodeId, DocumentEdge[]>();
  for (const edge of Object.values(document.edges)) {
    if (!Object.hasOwn(document.nodes, edge.source) || !Object.hasOwn(document.nodes, edge.target)) continue;
    append(incoming, edge.target, edge);
    append(outgoing, edge.source, edge);
  }
  const nodes = Object.entries(document.nodes).map(([id, node], index): readonly [NodeId, GraphNode] => [
    id,
    {
      id,
      node,
      definition: layerDefinition(node.type),
      incoming: (incoming.get(id) ?? []).sort((a, b) => a.slot - b.slot),
      outgoing: outgoing.get(id) ?? [],
      index,
    },
  ]);
  return new Map(nodes);
}

/**
 * The layers that are no longer those the graph was built from, with today's; null where other layers, or layers of other
 * types, have come in. The edges must be the same.
 */
export function changedNodes(before: readonly GraphNode[], nodes: Document['nodes']): readonly GraphNode[] | null {
  const ids = Object.keys(nodes);
  if (ids.length !== before.length) return null;
  const changed: GraphNode[] = [];
  for (const [index, known] of before.entries()) {
    const node = nodes[known.id];
    if (ids[index] !== known.id || node === undefined || known.node.type !== node.type) return null;
    if (known.node !== node) changed.push({ ...known, node });
  }
  return changed;
}

/** What a layer is called in messages: the name a person gave it, or its id. */
export function layerName(graph: Graph, id: NodeId): string {
  return graph.get(id)?.node.title ?? id;
}

/** Everything that these nodes lead to, themselves included. */
export function descendants(graph: Graph, starts: Iterable<NodeId>): ReadonlySet<NodeId> {
  return closure(starts, (id) => graph.get(id)?.outgoing.map((edge) => edge.target));
}

/** Everything that leads to these nodes, themselves included. */
export function ancestors(graph: Graph, ends: Iterable<NodeId>): ReadonlySet<NodeId> {
  return closure(ends, (id) => graph.get(id)?.incoming.map((edge) => edge.source));
}

function closure(starts: Iterable<NodeId>, next: (id: NodeId) => readonly NodeId[] | undefined): ReadonlySet<NodeId> {
  const seen = new Set(starts);
  // A Set's iteration also visits what is added on the way.
  for (const id of seen) next(id)?.forEach((other) => seen.add(other));
  return seen;
}

function append(map: Map<EdgeId, DocumentEdge[]>, key: NodeId, edge: DocumentEdge): void {
  const known = map.get(key);
  if (known) known.push(edge);
  else map.set(key, [edge]);
}
