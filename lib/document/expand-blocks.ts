import type { BlockId, NodeId } from '@/lib/core/ids';
import {
  BLOCK_INPUT_TYPE,
  BLOCK_TYPE,
  blockOf,
  definitionOf,
  documentId,
  inputIndexOf,
  repeatOf,
  scopeOf,
  type Scope,
} from '@/lib/document/blocks';
import type { Document, DocumentEdge, DocumentNode } from '@/lib/document/document';

/** The most layers that blocks may stand for together. */
export const MOST_FLAT_LAYERS = 20_000;

/** Deeper than anyone nests; keeps a hostile file from overflowing the call stack. */
const MOST_DEPTH = 64;

/** One repetition of one use of a block; the design itself has no `use`. */
export interface Frame {
  /** What the ids of its layers start with: nothing, `block_1.`, `block_1.2.` for the second repetition. */
  readonly prefix: string;
  readonly use: { readonly node: DocumentNode; readonly repetition: number; readonly parent: Frame } | null;
}

export const DESIGN: Frame = { prefix: '', use: null };

export interface Expansion {
  /** The design with every block written out; the same object where it has none. */
  readonly flat: Document;
  /** Every repetition of every use, outer ones first; the design's own frame is not among them. */
  readonly frames: readonly Frame[];
  /** The layer of `flat` whose output stands at a node of a frame; null where nothing leads there. */
  readonly resolve: (frame: Frame, node: NodeId) => NodeId | null;
  /** More layers than can be shown: `flat` is the document as it is. */
  readonly overflow: boolean;
}

/**
 * Writes every block out, once per use and repetition. The first repetition's layers are called `block_1.conv2d_3`, those
 * of the second `block_1.2.conv2d_3`, and so on by further dots inside nested blocks. An edge belongs to the layer it
 * leads to: its id is the inner edge's with the same prefix, its source is looked up through blocks and their inputs.
 */
export function expandBlocks(document: Document): Expansion {
  if (Object.keys(document.blocks).length === 0)
    return { flat: document, frames: [], resolve: asItIs, overflow: false };
  const before = known.get(document.edges);
  const expansion = (before && expandAgain(before, document)) ?? expandAfresh(document);
  known.set(document.edges, { document, expansion });
  return expansion;
}

interface Kept {
  readonly document: Document;
  readonly expansion: Expansion;
}

const known = new WeakMap<Document['edges'], Kept>();

/** Most edits change one layer: the rest of what was written out stays. Null where more has changed. */
function expandAgain({ document: before, expansion }: Kept, document: Document): Expansion | null {
  if (before === document) return expansion;
  const changed = changedLayers(before, document);
  if (changed === null || before.blocks !== document.blocks || before.outputs !== document.outputs) return null;
  if (expansion.overflow) return { ...expansion, flat: document };
  const nodes = changed.length === 0 ? expansion.flat.nodes : withLayers(expansion, changed);
  const { edges, outputs } = expansion.flat;
  const isSilent = before.silenced === document.silenced;
  const silenced = isSilent ? expansion.flat.silenced : silencedIn(document, nodes);
  return { ...expansion, flat: { ...document, nodes, edges, outputs, blocks: {}, silenced } };
}

/** Null where others have come in, or something that stands for a block is not as it was. */
function changedLayers(before: Document, { nodes }: Document): readonly DocumentNode[] | null {
  const ids = Object.keys(nodes);
  const known = Object.values(before.nodes);
  if (ids.length !== known.length) return null;
  const changed: DocumentNode[] = [];
  for (const [index, old] of known.entries()) {
    const node = nodes[old.id];
    if (node === old && ids[index] === old.id) continue;
    if (node === undefined || ids[index] !== old.id || node.type !== old.type || node.scope !== old.scope) return null;
    if (node.type === BLOCK_TYPE || node.type === BLOCK_INPUT_TYPE) return null;
    changed.push(node);
  }
  return changed;
}

function withLayers({ flat, frames }: Expansion, changed: readonly DocumentNode[]): Document['nodes'] {
  const nodes = { ...flat.nodes };
  const byScope = groupBy(changed, scopeOf);
  for (const frame of [DESIGN, ...frames]) {
    for (const node of byScope.get(scopeOfFrame(frame)) ?? []) nodes[frame.prefix + node.id] = flatNode(frame, node);
  }
  return nodes;
}

function expandAfresh(document: Document): Expansion {
  const index = indexDocument(document);
  const resolve = (frame: Frame, node: NodeId) => resolveFrom(index, { frame, node });
  if (countLayers(index, null, 0) > MOST_FLAT_LAYERS) return { flat: document, frames: [], resolve, overflow: true };
  const frames: Frame[] = [];
  const nodes: Record<NodeId, DocumentNode> = {};
  write(index, DESIGN, { nodes, frames });
  const edges = Object.fromEntries(
    [DESIGN, ...frames].flatMap((frame) => flatEdges(index, frame)).map((edge) => [edge.id, edge]),
  );
  const outputs = document.outputs.flatMap((id) => resolve(DESIGN, id) ?? []);
  const flat = {
    ...document,
    nodes,
    edges,
    outputs: [...new Set(outputs)],
    blocks: {},
    silenced: silencedIn(document, nodes),
  };
  return { flat, frames, resolve, overflow: false };
}

function asItIs({ prefix }: Frame, node: NodeId): NodeId {
  return prefix + node;
}

interface DocumentIndex {
  readonly document: Document;
  readonly nodes: ReadonlyMap<Scope, readonly DocumentNode[]>;
  /** By target. */
  readonly incoming: ReadonlyMap<NodeId, readonly DocumentEdge[]>;
}

function indexDocument(document: Document): DocumentIndex {
  return {
    document,
    nodes: groupBy(Object.values(document.nodes), scopeOf),
    incoming: groupBy(Object.values(document.edges), ({ target }) => target),
  };
}

function groupBy<K, V>(values: readonly V[], keyOf: (value: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    const known = groups.get(key);
    if (known) known.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** Every node counts, those that stand for blocks too: empty blocks in empty blocks must not take for ever. */
function countLayers(index: DocumentIndex, scope: Scope, depth: number, known = new Map<BlockId, number>()): number {
  if (depth > MOST_DEPTH) return Infinity;
  const nodes = index.nodes.get(scope) ?? [];
  return nodes.reduce((sum, node) => {
    const block = definitionOf(index.document, node);
    if (block === null || sum > MOST_FLAT_LAYERS) return sum + 1;
    const inside = known.get(block.id) ?? countLayers(index, block.id, depth + 1, known);
    known.set(block.id, inside);
    return sum + 1 + repeatOf(node) * inside;
  }, 0);
}

interface Writing {
  readonly nodes: Record<NodeId, DocumentNode>;
  readonly frames: Frame[];
}

function write(index: DocumentIndex, frame: Frame, writing: Writing): void {
  for (const node of index.nodes.get(scopeOfFrame(frame)) ?? []) {
    if (node.type === BLOCK_INPUT_TYPE) continue;
    if (node.type === BLOCK_TYPE) {
      for (const inner of framesOf(index, frame, node)) {
        writing.frames.push(inner);
        write(index, inner, writing);
      }
    } else writing.nodes[frame.prefix + node.id] = flatNode(frame, node);
  }
}

function flatNode({ prefix, use }: Frame, node: DocumentNode): DocumentNode {
  if (use === null) return node;
  const { scope: _, ...layer } = node;
  return { ...layer, id: prefix + node.id };
}

function framesOf({ document }: DocumentIndex, parent: Frame, node: DocumentNode): readonly Frame[] {
  if (definitionOf(document, node) === null) return [];
  return Array.from({ length: repeatOf(node) }, (_, index) => repetitionOf(parent, node, index + 1));
}

function repetitionOf(parent: Frame, node: DocumentNode, repetition: number): Frame {
  const number = repetition === 1 ? '' : `.${repetition}`;
  return { prefix: `${parent.prefix}${node.id}${number}.`, use: { node, repetition, parent } };
}

function scopeOfFrame({ use }: Frame): Scope {
  return use === null ? null : blockOf(use.node);
}

/** The edges that lead to the frame's own layers. */
function flatEdges(index: DocumentIndex, frame: Frame): readonly DocumentEdge[] {
  const nodes = index.nodes.get(scopeOfFrame(frame)) ?? [];
  return nodes.flatMap((node) => {
    if (node.type === BLOCK_TYPE || node.type === BLOCK_INPUT_TYPE) return [];
    return (index.incoming.get(node.id) ?? []).flatMap((edge): readonly DocumentEdge[] => {
      const source = resolveFrom(index, { frame, node: edge.source });
      if (source === null) return [];
      return [{ ...edge, id: frame.prefix + edge.id, source, target: frame.prefix + node.id }];
    });
  });
}

/** A node of the document in one repetition of one use of its block. */
interface Place {
  readonly frame: Frame;
  readonly node: NodeId;
}

function resolveFrom(index: DocumentIndex, start: Place): NodeId | null {
  let place: Place | null = start;
  // Blocks that only pass their input on may lead round to each other: then no layer ever comes.
  for (let steps = 0; place !== null && steps < MOST_FLAT_LAYERS; steps += 1) {
    const node: DocumentNode | undefined = index.document.nodes[place.node];
    if (node === undefined) return null;
    if (node.type === BLOCK_TYPE) place = outputOf(index, place.frame, node);
    else if (node.type === BLOCK_INPUT_TYPE) place = feederOf(index, place.frame, inputIndexOf(node));
    else return place.frame.prefix + node.id;
  }
  return null;
}

function outputOf({ document }: DocumentIndex, parent: Frame, node: DocumentNode): Place | null {
  const output = definitionOf(document, node)?.output ?? null;
  return output === null ? null : { frame: repetitionOf(parent, node, repeatOf(node)), node: output };
}

/** What an input of a block gets: the repetition's before, or what the edge into the block brings. */
function feederOf({ document, incoming }: DocumentIndex, { use }: Frame, input: number | null): Place | null {
  if (use === null || input === null) return null;
  const { node, repetition, parent } = use;
  if (repetition > 1) {
    const output = definitionOf(document, node)?.output ?? null;
    return output === null ? null : { frame: repetitionOf(parent, node, repetition - 1), node: output };
  }
  const edge = incoming.get(node.id)?.find(({ slot }) => slot === input);
  return edge === undefined ? null : { frame: parent, node: edge.source };
}

/** What is silenced for a layer is silenced wherever it is written out. */
function silencedIn({ silenced }: Document, nodes: Document['nodes']): Document['silenced'] {
  const ofLayers = silenced.filter(({ node }) => node !== undefined);
  if (ofLayers.length === 0) return silenced;
  const written = groupBy(Object.keys(nodes), documentId);
  const everywhere = ofLayers.flatMap(({ code, node = '' }) =>
    (written.get(node) ?? []).map((id) => ({ code, node: id })),
  );
  return [...silenced.filter(({ node }) => node === undefined), ...everywhere];
}
