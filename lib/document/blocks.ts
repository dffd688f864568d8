import type { BlockId, NodeId } from '@/lib/core/ids';
import type { Block, Document, DocumentEdge, DocumentNode } from '@/lib/document/document';

/** A node that stands for a block. Its parameters: `block`, the block's id, and `repeat`, how often it is run in a row. */
export const BLOCK_TYPE = 'block';

/** Inside a block: one of its inputs. Its parameter `index` says which, from 0: the slot of the edge into the block. */
export const BLOCK_INPUT_TYPE = 'block_input';

/** How often a block may be run in a row. */
export const MOST_REPEATS = 100;

/** Where a layer is drawn: in a block, or in the design itself. */
export type Scope = BlockId | null;

export function scopeOf({ scope }: Pick<DocumentNode, 'scope'>): Scope {
  return scope ?? null;
}

export function blockOf(node: Pick<DocumentNode, 'type' | 'params'>): BlockId | null {
  const { block } = node.params;
  return node.type === BLOCK_TYPE && typeof block === 'string' ? block : null;
}

/** The block that a node stands for, where the document has it. */
export function definitionOf(
  document: Pick<Document, 'blocks'>,
  node: Pick<DocumentNode, 'type' | 'params'>,
): Block | null {
  const id = blockOf(node);
  return id !== null && Object.hasOwn(document.blocks, id) ? (document.blocks[id] ?? null) : null;
}

export function repeatOf({ params: { repeat } }: Pick<DocumentNode, 'params'>): number {
  return isRepeat(repeat) ? repeat : 1;
}

export function isRepeat(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_REPEATS;
}

/** Which input of its block a node is, from 0; null for any other node. */
export function inputIndexOf({ type, params: { index } }: Pick<DocumentNode, 'type' | 'params'>): number | null {
  return type === BLOCK_INPUT_TYPE && typeof index === 'number' ? index : null;
}

export function nodesIn(document: Document, scope: Scope): readonly DocumentNode[] {
  return Object.values(document.nodes).filter((node) => scopeOf(node) === scope);
}

/** The edges between layers of this scope. */
export function edgesIn(document: Document, scope: Scope): readonly DocumentEdge[] {
  return Object.values(document.edges).filter(({ target }) => {
    const node = document.nodes[target];
    return node !== undefined && scopeOf(node) === scope;
  });
}

/** A block's inputs, in order. */
export function blockInputs(document: Document, block: BlockId): readonly DocumentNode[] {
  const inputs = nodesIn(document, block).filter(({ type }) => type === BLOCK_INPUT_TYPE);
  return inputs.sort((a, b) => (inputIndexOf(a) ?? 0) - (inputIndexOf(b) ?? 0));
}

/** The nodes that stand for a block, in the design and in other blocks. */
export function usesOf(document: Document, block: BlockId): readonly DocumentNode[] {
  return Object.values(document.nodes).filter((node) => blockOf(node) === block);
}

/** The blocks that are used in these scopes, also by way of others. */
export function blocksUsedIn(document: Document, scopes: readonly Scope[]): ReadonlySet<BlockId> {
  const byScope = new Map<Scope, BlockId[]>();
  for (const node of Object.values(document.nodes)) {
    const block = definitionOf(document, node)?.id;
    if (block === undefined) continue;
    const known = byScope.get(scopeOf(node));
    if (known) known.push(block);
    else byScope.set(scopeOf(node), [block]);
  }
  const used = new Set(scopes.flatMap((scope) => byScope.get(scope) ?? []));
  // A Set's iteration also visits what is added on the way.
  for (const block of used) byScope.get(block)?.forEach((inner) => used.add(inner));
  return used;
}

/** Whether a use of `block` in this scope would put a block inside itself. */
export function wouldContainItself(document: Document, block: BlockId, scope: Scope): boolean {
  return scope !== null && (scope === block || blocksUsedIn(document, [block]).has(scope));
}

/** The node's own id of a layer inside blocks written out: `block_1.2.conv2d_3` → `conv2d_3`. */
export function documentId(flatId: NodeId): NodeId {
  return flatId.slice(flatId.lastIndexOf('.') + 1);
}
