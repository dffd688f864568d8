import type { NodeId } from '@/lib/core/ids';
import { plainName } from '@/lib/core/plain-name';
import type { ParamValue } from '@/lib/core/problem';
import { BLOCK_TYPE, isRepeat, scopeOf } from '@/lib/document/blocks';
import type { Command } from '@/lib/document/command';
import { sameJson } from '@/lib/core/same-json';
import { layerDefinition } from '@/lib/layers/registry';
import type { Document, DocumentNode, Position } from '@/lib/document/document';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** Any value is taken, also one out of bounds: the analysis says what is wrong with it while a person is typing. */
export function setParam(document: Document, { node: id, param, value }: Of<'set-param'>): Document {
  const node = document.nodes[id];
  if (node === undefined || !hasParam(node, param, value)) return document;
  if (sameJson(node.params[param], value)) return document;
  return withNode(document, { ...node, params: { ...node.params, [param]: value } });
}

/** A block has one parameter to set: how often it is run. */
function hasParam({ type }: DocumentNode, param: string, value: ParamValue): boolean {
  if (type === BLOCK_TYPE) return param === 'repeat' && isRepeat(value);
  return Object.hasOwn(layerDefinition(type)?.fields ?? {}, param);
}

/** An empty title gives the layer its type's title back. */
export function setTitle(document: Document, command: Of<'set-title'>): Document {
  const node = document.nodes[command.node];
  const title = plainName(command.title).trim();
  if (node === undefined || title === (node.title ?? '')) return document;
  const { title: _, ...untitled } = node;
  return withNode(document, title === '' ? untitled : { ...untitled, title });
}

export function move(document: Document, { positions }: Of<'move'>): Document {
  const moved = Object.entries(positions).flatMap(([id, position]) => movedNode(document, id, position));
  if (moved.length === 0) return document;
  return { ...document, nodes: { ...document.nodes, ...Object.fromEntries(moved.map((node) => [node.id, node])) } };
}

export function setName(document: Document, command: Of<'set-name'>): Document {
  const name = plainName(command.name);
  return name === document.name ? document : { ...document, name };
}

/** Ids that the design does not have, or only inside a block, and repetitions are left out. */
export function setOutputs(document: Document, { nodes }: Of<'set-outputs'>): Document {
  const outputs = [...new Set(nodes)].filter((id) => {
    const node = Object.hasOwn(document.nodes, id) ? document.nodes[id] : undefined;
    return node !== undefined && scopeOf(node) === null;
  });
  return sameJson(outputs, document.outputs) ? document : { ...document, outputs };
}

export function setTraining(document: Document, { settings }: Of<'set-training'>): Document {
  const training = { ...document.training, ...settings };
  return sameJson(training, document.training) ? document : { ...document, training };
}

function withNode(document: Document, node: DocumentNode): Document {
  return { ...document, nodes: { ...document.nodes, [node.id]: node } };
}

function movedNode(document: Document, id: NodeId, { x, y }: Position): readonly DocumentNode[] {
  const node = Object.hasOwn(document.nodes, id) ? document.nodes[id] : undefined;
  if (node === undefined || !Number.isFinite(x) || !Number.isFinite(y)) return [];
  return node.position.x === x && node.position.y === y ? [] : [{ ...node, position: { x, y } }];
}
