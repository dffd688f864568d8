import { blocksUsedIn } from '@/lib/document/blocks';
import type { Document } from '@/lib/document/document';

/** Without the blocks that nothing in the design stands for, by any way, and without what is in them. */
export function withoutUnusedBlocks(document: Document): Document {
  const used = blocksUsedIn(document, [null]);
  const blocks = Object.values(document.blocks).filter(({ id }) => used.has(id));
  if (blocks.length === Object.keys(document.blocks).length) return document;
  const nodes = Object.values(document.nodes).filter(({ scope }) => scope === undefined || used.has(scope));
  const kept = new Set(nodes.map(({ id }) => id));
  return {
    ...document,
    blocks: Object.fromEntries(blocks.map((block) => [block.id, block])),
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    edges: Object.fromEntries(
      Object.entries(document.edges).filter(([, { source, target }]) => kept.has(source) && kept.has(target)),
    ),
    silenced: document.silenced.filter(({ node }) => node === undefined || kept.has(node)),
  };
}
