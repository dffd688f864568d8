import type { EdgeId, NodeId } from '@/lib/core/ids';
import { layerDefinition } from '@/lib/layers/registry';
import { BLOCK_INPUT_TYPE, BLOCK_TYPE, blockInputs, blockOf, definitionOf, scopeOf } from '@/lib/document/blocks';
import type { Command } from '@/lib/document/command';
import type { Document, DocumentNode } from '@/lib/document/document';
import { hasEdge, incomingEdges, nextSlot, outgoingEdges } from '@/lib/document/graph';
import { nextEdgeId } from '@/lib/document/next-id';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** Joins two layers. A cycle or a second input is drawn as asked: the analysis says what is wrong with it. */
export function connect(document: Document, command: Of<'connect'>): Document {
  const { source, target } = command;
  return canJoin(document, source, target) ? addToEnd(document, source, target) : document;
}

export function reconnect(document: Document, command: Of<'reconnect'>): Document {
  const edge = document.edges[command.edge];
  const { source, target } = command;
  if (edge === undefined || (edge.source === source && edge.target === target)) return document;
  if (!canJoin(document, source, target)) return document;
  const slot = target === edge.target ? edge.slot : slotFor(document, target);
  return { ...document, edges: { ...document.edges, [edge.id]: { ...edge, source, target, slot } } };
}

/** Whether a layer like this takes any input at all. */
export function connectable(document: Document, node: Pick<DocumentNode, 'type' | 'params'>): boolean {
  if (node.type === BLOCK_INPUT_TYPE) return false;
  if (node.type !== BLOCK_TYPE) return layerDefinition(node.type)?.inputs.arity !== 'none';
  const block = definitionOf(document, node);
  return block !== null && blockInputs(document, block.id).length > 0;
}

/** Joins two layers; behind the end of a block the block's output moves along to where the way now ends. */
export function addToEnd(document: Document, source: NodeId, target: NodeId): Document {
  const joined = addEdge(document, source, target);
  const { scope } = document.nodes[source] ?? {};
  const block = scope === undefined ? undefined : document.blocks[scope];
  if (block?.output !== source || outgoingEdges(document, source).length > 0) return joined;
  const end = onlyEnd(joined, target);
  if (end === null || end === source) return joined;
  return { ...joined, blocks: { ...joined.blocks, [block.id]: { ...block, output: end } } };
}

/** Where a way ends that never forks; null where it forks or runs round. */
function onlyEnd(document: Document, start: NodeId): NodeId | null {
  const passed = new Set([start]);
  for (let id = start; ;) {
    const [next, fork] = outgoingEdges(document, id);
    if (next === undefined) return id;
    if (fork !== undefined || passed.has(next.target)) return null;
    passed.add(next.target);
    id = next.target;
  }
}

function addEdge(document: Document, source: NodeId, target: NodeId): Document {
  const id: EdgeId = nextEdgeId(document);
  const edge = { id, source, target, slot: slotFor(document, target) };
  return { ...document, edges: { ...document.edges, [id]: edge } };
}

/** A block's inputs are told apart by their slots: the first one that nothing leads to. */
function slotFor(document: Document, target: NodeId): number {
  const node = document.nodes[target];
  const block = node && blockOf(node);
  if (!block) return nextSlot(document, target);
  const taken = new Set(incomingEdges(document, target).map(({ slot }) => slot));
  let slot = 0;
  while (taken.has(slot)) slot += 1;
  return slot;
}

/** No edge leads into a block or out of it: its inputs and its output do. */
function canJoin(document: Document, source: NodeId, target: NodeId): boolean {
  const [from, to] = [document.nodes[source], document.nodes[target]];
  if (from === undefined || to === undefined || source === target) return false;
  return scopeOf(from) === scopeOf(to) && connectable(document, to) && !hasEdge(document, source, target);
}
