import type { BlockId, NodeId } from '@/lib/core/ids';
import { blockOf, blocksUsedIn, scopeOf, type Scope } from '@/lib/document/blocks';
import type { Block, Document, DocumentEdge, DocumentNode, Position } from '@/lib/document/document';
import { createIdSeries, nextBlockId } from '@/lib/document/next-id';

/** Blocks with everything in them, taken out of a document. */
export interface BlockParts {
  readonly blocks: readonly Block[];
  readonly nodes: readonly DocumentNode[];
  readonly edges: readonly DocumentEdge[];
}

/** What these nodes stand for, with what that in turn stands for. */
export function takeBlocks(document: Document, nodes: readonly DocumentNode[]): BlockParts {
  const direct = nodes.flatMap((node) => blockOf(node) ?? []);
  const used = new Set([...direct, ...blocksUsedIn(document, direct)]);
  return partsOf(document, used);
}

function partsOf(document: Document, used: ReadonlySet<BlockId>): BlockParts {
  const isInside = ({ scope }: DocumentNode) => scope !== undefined && used.has(scope);
  return {
    blocks: Object.values(document.blocks).filter(({ id }) => used.has(id)),
    nodes: Object.values(document.nodes).filter(isInside),
    edges: Object.values(document.edges).filter(({ target }) => {
      const node = document.nodes[target];
      return node !== undefined && isInside(node);
    }),
  };
}

/** A document with more blocks, and what those are called in it. */
export interface WithBlocks {
  readonly document: Document;
  readonly ids: ReadonlyMap<BlockId, BlockId>;
}

/** Adds the blocks that the document does not have just so, under ids of their own. */
export function putBlocks(document: Document, parts: BlockParts): WithBlocks {
  const present = new Set(parts.blocks.map(({ id }) => id).filter((id) => Object.hasOwn(document.blocks, id)));
  const same = [...present].filter((id) => contentOf(parts, id) === contentOf(partsOf(document, present), id));
  // A block is only the same if all blocks in it are.
  const kept = new Set(same.filter((id) => [...usedBy(parts, id)].every((inner) => same.includes(inner))));
  return copyBlocks(document, parts, { skip: kept });
}

/** Copies of blocks, all of them but those to be used as they are. */
export function copyBlocks(
  document: Document,
  parts: BlockParts,
  { skip }: { readonly skip: ReadonlySet<BlockId> },
): WithBlocks {
  const ids = new Map([...skip].map((id) => [id, id] as const));
  const copied = parts.blocks.filter(({ id }) => !skip.has(id));
  let grown = document;
  for (const block of copied) {
    const id = nextBlockId(grown);
    ids.set(block.id, id);
    grown = { ...grown, blocks: { ...grown.blocks, [id]: { ...block, id, output: null } } };
  }
  for (const block of copied) grown = copyInside(grown, parts, { block, ids });
  return { document: grown, ids };
}

function copyInside(
  document: Document,
  parts: BlockParts,
  { block, ids }: { readonly block: Block; readonly ids: ReadonlyMap<BlockId, BlockId> },
): Document {
  const id = ids.get(block.id) ?? block.id;
  const nodes = parts.nodes.filter(({ scope }) => scope === block.id);
  const copy = copyLayers(document, { nodes, edges: parts.edges, scope: id, blocks: ids, offset: { x: 0, y: 0 } });
  const output = block.output === null ? null : (copy.ids.get(block.output) ?? null);
  return { ...copy.document, blocks: { ...copy.document.blocks, [id]: { ...block, id, output } } };
}

export interface Copying {
  readonly nodes: readonly DocumentNode[];
  /** Of these, those between two of the nodes come along. */
  readonly edges: readonly DocumentEdge[];
  readonly scope: Scope;
  readonly offset: Position;
  /** What blocks are called in the document, where not as they were. */
  readonly blocks: ReadonlyMap<BlockId, BlockId>;
}

/** Copies of layers with ids of their own. Inputs keep their slots: they tell the inputs of a block apart. */
export function copyLayers(
  document: Document,
  { nodes, edges, scope, offset, blocks }: Copying,
): { readonly document: Document; readonly ids: ReadonlyMap<NodeId, NodeId> } {
  const series = createIdSeries(document);
  const ids = new Map(nodes.map((node) => [node.id, series.node(node.type)] as const));
  const copies = nodes.map((node): DocumentNode => {
    const { scope: _, ...rest } = node;
    const id = ids.get(node.id) ?? node.id;
    const position = { x: node.position.x + offset.x, y: node.position.y + offset.y };
    return { ...withBlock(rest, blocks), id, position, ...(scope === null ? {} : { scope }) };
  });
  const joined = edges.flatMap((edge): readonly DocumentEdge[] => {
    const [source, target] = [ids.get(edge.source), ids.get(edge.target)];
    return source === undefined || target === undefined ? [] : [{ ...edge, id: series.edge(), source, target }];
  });
  return {
    document: {
      ...document,
      nodes: { ...document.nodes, ...byId(copies) },
      edges: { ...document.edges, ...byId(joined) },
      silenced: [...document.silenced, ...silencedLike(document, ids)],
      training: frozenLike(document, ids),
    },
    ids,
  };
}

/** A copy is silenced where its original is, if that is in the same document. */
function silencedLike({ silenced, nodes }: Document, ids: ReadonlyMap<NodeId, NodeId>): Document['silenced'] {
  return silenced.flatMap(({ code, node }) => {
    const copy = node !== undefined && Object.hasOwn(nodes, node) ? ids.get(node) : undefined;
    return copy === undefined ? [] : [{ code, node: copy }];
  });
}

/** A copy is frozen where its original is, if that is in the same document. */
function frozenLike({ training, nodes }: Document, ids: ReadonlyMap<NodeId, NodeId>): Document['training'] {
  const copies = training.frozen.flatMap((id) => {
    const copy = Object.hasOwn(nodes, id) ? ids.get(id) : undefined;
    return copy === undefined ? [] : [copy];
  });
  return copies.length === 0 ? training : { ...training, frozen: [...training.frozen, ...copies] };
}

function withBlock(node: DocumentNode, blocks: ReadonlyMap<BlockId, BlockId>): DocumentNode {
  const block = blockOf(node);
  const renamed = block === null ? undefined : blocks.get(block);
  return renamed === undefined ? node : { ...node, params: { ...node.params, block: renamed } };
}

function byId<T extends { readonly id: string }>(values: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(values.map((value) => [value.id, value]));
}

function usedBy(parts: BlockParts, start: BlockId): ReadonlySet<BlockId> {
  const used = new Set([start]);
  for (const block of used) {
    for (const node of parts.nodes) {
      const inner = scopeOf(node) === block ? blockOf(node) : null;
      if (inner !== null) used.add(inner);
    }
  }
  return used;
}

/** Everything about a block but where its layers are drawn, as text to compare. */
function contentOf({ blocks, nodes, edges }: BlockParts, id: BlockId): string {
  const own = nodes.filter(({ scope }) => scope === id);
  const ids = new Set(own.map((node) => node.id));
  const sorted = <T extends { readonly id: string }>(values: readonly T[]) =>
    [...values].sort((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify([
    blocks.find((block) => block.id === id),
    sorted(own).map((node) => [node.id, node.type, node.title ?? '', Object.entries(node.params).sort()]),
    sorted(edges.filter(({ target }) => ids.has(target))).map(({ source, target, slot }) => [source, target, slot]),
  ]);
}
