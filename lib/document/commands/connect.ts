import type { EdgeId, NodeId } from '@/lib/core/ids';
import { layerDefinition } from '@/lib/layers/registry';
import type { Command } from '@/lib/document/command';
import type { Document, DocumentNode } from '@/lib/document/document';
import { hasEdge, nextSlot } from '@/lib/document/graph';
import { nextEdgeId } from '@/lib/document/next-id';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** Joins two layers. A cycle or a second input is drawn as asked: the analysis says what is wrong with it. */
export function connect(document: Document, command: Of<'connect'>): Document {
  const { source, target } = command;
  return canJoin(document, source, target) ? addEdge(document, source, target) : document;
}

export function reconnect(document: Document, command: Of<'reconnect'>): Document {
  const edge = document.edges[command.edge];
  const { source, target } = command;
  if (edge === undefined || (edge.source === source && edge.target === target)) return document;
  if (!canJoin(document, source, target)) return document;
  const slot = target === edge.target ? edge.slot : nextSlot(document, target);
  return { ...document, edges: { ...document.edges, [edge.id]: { ...edge, source, target, slot } } };
}

/** Whether a layer of this node's type takes any input at all. */
export function connectable(node: DocumentNode): boolean {
  return layerDefinition(node.type)?.inputs.arity !== 'none';
}

export function addEdge(document: Document, source: NodeId, target: NodeId): Document {
  const id: EdgeId = nextEdgeId(document);
  const edge = { id, source, target, slot: nextSlot(document, target) };
  return { ...document, edges: { ...document.edges, [id]: edge } };
}

function canJoin(document: Document, source: NodeId, target: NodeId): boolean {
  const [from, to] = [document.nodes[source], document.nodes[target]];
  if (from === undefined || to === undefined || source === target) return false;
  return connectable(to) && !hasEdge(document, source, target);
}
