import type { NodeId } from '@/lib/core/ids';
import type { Document, DocumentEdge } from '@/lib/document/document';

/** The edges that enter a node, in the order of its inputs. */
export function incomingEdges(document: Document, target: NodeId): readonly DocumentEdge[] {
  return Object.values(document.edges)
    .filter((edge) => edge.target === target)
    .sort((a, b) => a.slot - b.slot);
}

export function outgoingEdges(document: Document, source: NodeId): readonly DocumentEdge[] {
  return Object.values(document.edges).filter((edge) => edge.source === source);
}

export function hasEdge(document: Document, source: NodeId, target: NodeId): boolean {
  return Object.values(document.edges).some((edge) => edge.source === source && edge.target === target);
}

/** The place behind every input that `target` has so far. */
export function nextSlot(document: Document, target: NodeId): number {
  return incomingEdges(document, target).reduce((next, edge) => Math.max(next, edge.slot + 1), 0);
}

/** The nodes that `after` has and `before` had not, in the order they were added. */
export function addedNodes(before: Document, after: Document): readonly NodeId[] {
  return Object.keys(after.nodes).filter((id) => !Object.hasOwn(before.nodes, id));
}
