import type { BlockId, NodeId } from '@/lib/core/ids';
import { BLOCK_INPUT_TYPE, blockInputs, blockOf, inputIndexOf } from '@/lib/document/blocks';
import type { Document, DocumentEdge, DocumentNode } from '@/lib/document/document';

/** New inputs of a block come behind those it has. */
export function withNextInputs(document: Document, added: readonly DocumentNode[]): Document {
  const isNew = new Set(added.map(({ id }) => id));
  const inputs = added.filter(({ type, scope }) => type === BLOCK_INPUT_TYPE && scope !== undefined);
  return inputs.reduce((grown, { id, scope = '' }) => {
    const before = blockInputs(grown, scope).filter((input) => !isNew.has(input.id));
    isNew.delete(id);
    return setIndex(grown, id, before.length);
  }, document);
}

/** Closes the gaps that removed inputs leave: in the blocks' own count, and in the edges that lead to their uses. */
export function withoutInputs(document: Document, removed: readonly DocumentNode[]): Document {
  const byBlock = new Map<BlockId, Set<number>>();
  for (const node of removed) {
    const index = inputIndexOf(node);
    if (index === null || node.scope === undefined) continue;
    byBlock.set(node.scope, (byBlock.get(node.scope) ?? new Set()).add(index));
  }
  return [...byBlock].reduce((closed, [block, gone]) => closeGaps(closed, block, gone), document);
}

function closeGaps(document: Document, block: BlockId, gone: ReadonlySet<number>): Document {
  const renumbered = blockInputs(document, block).reduce((next, { id }, index) => setIndex(next, id, index), document);
  const edges = Object.values(renumbered.edges).flatMap((edge): readonly DocumentEdge[] => {
    const target = renumbered.nodes[edge.target];
    if (target === undefined || blockOf(target) !== block) return [edge];
    if (gone.has(edge.slot)) return [];
    const slot = edge.slot - [...gone].filter((index) => index < edge.slot).length;
    return [slot === edge.slot ? edge : { ...edge, slot }];
  });
  return { ...renumbered, edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])) };
}

function setIndex(document: Document, id: NodeId, index: number): Document {
  const node = document.nodes[id];
  if (node === undefined || node.params['index'] === index) return document;
  return { ...document, nodes: { ...document.nodes, [id]: { ...node, params: { ...node.params, index } } } };
}
