import type { NodeId } from '@/lib/core/ids';
import { defaultParams, type Params } from '@/lib/layers/fields';
import { layerDefinition } from '@/lib/layers/registry';
import type { Command } from '@/lib/document/command';
import type { Document, Position } from '@/lib/document/document';
import { outgoingEdges } from '@/lib/document/graph';
import { below, between, makeRoomBelow, nextFreePosition } from '@/lib/document/layout';
import { addEdge, connectable } from '@/lib/document/commands/connect';
import { nextEdgeId, nextNodeId } from '@/lib/document/next-id';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

export function addLayer(document: Document, command: Of<'add-layer'>): Document {
  const definition = layerDefinition(command.type);
  if (definition === null) return document;
  const before = command.after === undefined ? undefined : document.nodes[command.after];
  if (command.after !== undefined && before === undefined) return document;
  const position = command.position ?? (before ? below(before.position) : nextFreePosition(document));
  const id = nextNodeId(document, command.type);
  const added = withNode(document, { id, type: command.type, params: command.params ?? {}, position });
  if (before === undefined || definition.inputs.arity === 'none') return added;
  const connected = putAfter(added, id, before.id);
  return command.position ? connected : makeRoomBelow(connected, id);
}

export function insertOnEdge(document: Document, command: Of<'insert-on-edge'>): Document {
  const edge = document.edges[command.edge];
  const definition = layerDefinition(command.type);
  if (edge === undefined || definition === null || definition.inputs.arity === 'none') return document;
  const [source, target] = [document.nodes[edge.source], document.nodes[edge.target]];
  if (source === undefined || target === undefined) return document;
  const id = nextNodeId(document, command.type);
  const position = between(source.position, target.position);
  const added = withNode(document, { id, type: command.type, params: command.params ?? {}, position });
  return makeRoomBelow(putOnEdge(added, id, command.edge), id);
}

export function spliceOnEdge(document: Document, command: Of<'splice-on-edge'>): Document {
  const node = document.nodes[command.node];
  if (document.edges[command.edge] === undefined || node === undefined || !connectable(node)) return document;
  const isConnected = Object.values(document.edges).some(
    ({ source, target }) => source === node.id || target === node.id,
  );
  return isConnected ? document : makeRoomBelow(putOnEdge(document, node.id, command.edge), node.id);
}

interface NewNode {
  readonly id: NodeId;
  readonly type: string;
  readonly params: Params;
  readonly position: Position;
}

/** Adds a node with what `params` leaves out filled in by the type's defaults. */
function withNode(document: Document, node: NewNode): Document {
  const definition = layerDefinition(node.type);
  const params = { ...(definition ? defaultParams(definition.fields) : {}), ...node.params };
  return { ...document, nodes: { ...document.nodes, [node.id]: { ...node, params } } };
}

function putAfter(document: Document, id: NodeId, before: NodeId): Document {
  const outgoing = outgoingEdges(document, before);
  const [only] = outgoing;
  if (only !== undefined && outgoing.length === 1) return putOnEdge(document, id, only.id);
  return addEdge(document, before, id);
}

/** source → node → target: the old edge keeps its id and its slot at the target. */
function putOnEdge(document: Document, id: NodeId, edgeId: string): Document {
  const edge = document.edges[edgeId];
  if (edge === undefined) return document;
  const entering = { id: nextEdgeId(document), source: edge.source, target: id, slot: 0 };
  return { ...document, edges: { ...document.edges, [edgeId]: { ...edge, source: id }, [entering.id]: entering } };
}
