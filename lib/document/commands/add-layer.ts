import type { NodeId } from '@/lib/core/ids';
import { defaultParams, type Params } from '@/lib/layers/fields';
import { layerDefinition } from '@/lib/layers/registry';
import {
  BLOCK_INPUT_TYPE,
  BLOCK_TYPE,
  blockInputs,
  definitionOf,
  scopeOf,
  wouldContainItself,
  type Scope,
} from '@/lib/document/blocks';
import type { Command } from '@/lib/document/command';
import type { Document, DocumentNode, Position } from '@/lib/document/document';
import { outgoingEdges } from '@/lib/document/graph';
import { below, between, makeRoomBelow, nextFreePosition } from '@/lib/document/layout';
import { addToEnd, connectable } from '@/lib/document/commands/connect';
import { nextEdgeId, nextNodeId } from '@/lib/document/next-id';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

export function addLayer(document: Document, command: Of<'add-layer'>): Document {
  const before = command.after === undefined ? undefined : document.nodes[command.after];
  if (command.after !== undefined && before === undefined) return document;
  const scope = before ? scopeOf(before) : (command.scope ?? null);
  if (!canStandIn(document, command, scope)) return document;
  const position = command.position ?? (before ? below(before.position) : nextFreePosition(document, scope));
  const node = newNode(document, command, { position, scope });
  const added = withFirstOutput(withNode(document, node), node);
  if (before === undefined || !connectable(added, node)) return added;
  const connected = putAfter(added, node.id, before.id);
  return command.position ? connected : makeRoomBelow(connected, node.id);
}

export function insertOnEdge(document: Document, command: Of<'insert-on-edge'>): Document {
  const edge = document.edges[command.edge];
  const [source, target] = [document.nodes[edge?.source ?? ''], document.nodes[edge?.target ?? '']];
  if (edge === undefined || source === undefined || target === undefined) return document;
  const scope = scopeOf(target);
  if (!canStandIn(document, command, scope)) return document;
  const node = newNode(document, command, { position: between(source.position, target.position), scope });
  if (!connectable(document, node)) return document;
  return makeRoomBelow(putOnEdge(withNode(document, node), node.id, command.edge), node.id);
}

export function spliceOnEdge(document: Document, command: Of<'splice-on-edge'>): Document {
  const node = document.nodes[command.node];
  const target = document.nodes[document.edges[command.edge]?.target ?? ''];
  if (target === undefined || node === undefined || !connectable(document, node)) return document;
  const isConnected = Object.values(document.edges).some(
    ({ source, target: to }) => source === node.id || to === node.id,
  );
  if (isConnected || scopeOf(node) !== scopeOf(target)) return document;
  return makeRoomBelow(putOnEdge(document, node.id, command.edge), node.id);
}

interface NewLayer {
  readonly type: string;
  readonly params?: Params;
}

/** Whether such a layer may be drawn there: a block never in itself, an input of a block only in one. */
function canStandIn(document: Document, layer: NewLayer, scope: Scope): boolean {
  if (scope !== null && !Object.hasOwn(document.blocks, scope)) return false;
  if (layer.type === BLOCK_INPUT_TYPE) return scope !== null;
  if (layer.type !== BLOCK_TYPE) return layerDefinition(layer.type) !== null;
  const block = definitionOf(document, { type: layer.type, params: layer.params ?? {} });
  return block !== null && !wouldContainItself(document, block.id, scope);
}

/** With what `params` leaves out filled in by the type's defaults. */
function newNode(
  document: Document,
  { type, params }: NewLayer,
  { position, scope }: { readonly position: Position; readonly scope: Scope },
): DocumentNode {
  const drawn = { id: nextNodeId(document, type), type, position, ...(scope === null ? {} : { scope }) };
  if (type === BLOCK_TYPE) return { ...drawn, params: { repeat: 1, ...params } };
  if (type === BLOCK_INPUT_TYPE && scope !== null) {
    return { ...drawn, params: { index: blockInputs(document, scope).length } };
  }
  const definition = layerDefinition(type);
  return { ...drawn, params: { ...(definition ? defaultParams(definition.fields) : {}), ...params } };
}

function withNode(document: Document, node: DocumentNode): Document {
  return { ...document, nodes: { ...document.nodes, [node.id]: node } };
}

/** The first layer of an empty block is its output. */
function withFirstOutput(document: Document, { id, type, scope }: DocumentNode): Document {
  const block = scope === undefined ? undefined : document.blocks[scope];
  if (block === undefined || block.output !== null || type === BLOCK_INPUT_TYPE) return document;
  return { ...document, blocks: { ...document.blocks, [block.id]: { ...block, output: id } } };
}

function putAfter(document: Document, id: NodeId, before: NodeId): Document {
  const outgoing = outgoingEdges(document, before);
  const [only] = outgoing;
  if (only !== undefined && outgoing.length === 1) return putOnEdge(document, id, only.id);
  return addToEnd(document, before, id);
}

/** source → node → target: the old edge keeps its id and its slot at the target. */
function putOnEdge(document: Document, id: NodeId, edgeId: string): Document {
  const edge = document.edges[edgeId];
  if (edge === undefined) return document;
  const entering = { id: nextEdgeId(document), source: edge.source, target: id, slot: 0 };
  return { ...document, edges: { ...document.edges, [edgeId]: { ...edge, source: id }, [entering.id]: entering } };
}
