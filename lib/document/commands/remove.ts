import type { EdgeId, NodeId } from '@/lib/core/ids';
import type { Command } from '@/lib/document/command';
import type { Document, DocumentEdge } from '@/lib/document/document';
import { hasEdge, incomingEdges, outgoingEdges } from '@/lib/document/graph';

/** Edges go first and leave a gap; then each layer goes, and the chain closes behind it where it had one input. */
export function remove(document: Document, command: Extract<Command, { kind: 'remove' }>): Document {
  return command.nodes.reduce(removeNode, withoutEdges(document, command.edges));
}

function withoutEdges(document: Document, ids: readonly EdgeId[]): Document {
  const gone = new Set(ids.filter((id) => Object.hasOwn(document.edges, id)));
  if (gone.size === 0) return document;
  const kept = Object.entries(document.edges).filter(([id]) => !gone.has(id));
  return { ...document, edges: Object.fromEntries(kept) };
}

function removeNode(document: Document, id: NodeId): Document {
  if (!Object.hasOwn(document.nodes, id)) return document;
  const incoming = incomingEdges(document, id);
  const outgoing = outgoingEdges(document, id);
  const [only] = incoming;
  const healed =
    only !== undefined && incoming.length === 1
      ? outgoing.reduce((healing, edge) => bridge(healing, edge, only.source), document)
      : document;
  const touching = Object.values(healed.edges).filter(({ source, target }) => source === id || target === id);
  const nodes = Object.fromEntries(Object.entries(healed.nodes).filter(([node]) => node !== id));
  return {
    ...withoutEdges(
      healed,
      touching.map((edge) => edge.id),
    ),
    nodes,
  };
}

/** Lets `edge` start at `source`, unless that would join a layer to itself or twice to the same one. */
function bridge(document: Document, edge: DocumentEdge, source: NodeId): Document {
  if (source === edge.target || source === edge.source || hasEdge(document, source, edge.target)) return document;
  return { ...document, edges: { ...document.edges, [edge.id]: { ...edge, source } } };
}
