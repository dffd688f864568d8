import type { NodeId } from '@/lib/core/ids';
import { layerDefinition } from '@/lib/layers/registry';
import type { Command } from '@/lib/document/command';
import type { Document, DocumentEdge, DocumentNode, Position } from '@/lib/document/document';
import { connect } from '@/lib/document/commands/connect';
import { nextNodeId } from '@/lib/document/next-id';

type Paste = Extract<Command, { kind: 'paste' }>;

/** Copies get ids of their own; of the edges, those between two copies come along, in the order of their slots. */
export function paste(document: Document, command: Paste): Document {
  const copies = new Map<NodeId, NodeId>();
  const withNodes = command.nodes.reduce(
    (pasted, node) => pasteNode(pasted, node, { offset: command.offset, copies }),
    document,
  );
  const bySlot = [...command.edges].sort((a, b) => a.slot - b.slot);
  return bySlot.reduce((pasted, edge) => pasteEdge(pasted, edge, copies), withNodes);
}

function pasteNode(
  document: Document,
  node: DocumentNode,
  { offset, copies }: { readonly offset: Position; readonly copies: Map<NodeId, NodeId> },
): Document {
  if (layerDefinition(node.type) === null) return document;
  const id = nextNodeId(document, node.type);
  copies.set(node.id, id);
  const position = { x: node.position.x + offset.x, y: node.position.y + offset.y };
  return { ...document, nodes: { ...document.nodes, [id]: { ...node, id, position } } };
}

function pasteEdge(document: Document, edge: DocumentEdge, copies: ReadonlyMap<NodeId, NodeId>): Document {
  const [source, target] = [copies.get(edge.source), copies.get(edge.target)];
  if (source === undefined || target === undefined) return document;
  return connect(document, { kind: 'connect', source, target });
}
