import { plainName } from '@/lib/core/plain-name';
import { copyBlocks, takeBlocks } from '@/lib/document/block-parts';
import { blockOf, definitionOf } from '@/lib/document/blocks';
import type { Command } from '@/lib/document/command';
import type { Document } from '@/lib/document/document';
import { withoutUnusedBlocks } from '@/lib/document/commands/unused-blocks';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

export function renameBlock(document: Document, { block: id, name }: Of<'rename-block'>): Document {
  const block = Object.hasOwn(document.blocks, id) ? document.blocks[id] : undefined;
  const plain = plainName(name).trim();
  if (block === undefined || plain === '' || plain === block.name) return document;
  return { ...document, blocks: { ...document.blocks, [id]: { ...block, name: plain } } };
}

export function setBlockOutput(document: Document, { node: id }: Of<'set-block-output'>): Document {
  const { scope } = document.nodes[id] ?? {};
  const block = scope === undefined ? undefined : document.blocks[scope];
  if (block === undefined || block.output === id) return document;
  return { ...document, blocks: { ...document.blocks, [block.id]: { ...block, output: id } } };
}

/** A copy of the block for this use alone; blocks inside it stay shared. */
export function separateBlock(document: Document, { node: id, name }: Of<'separate-block'>): Document {
  const use = document.nodes[id];
  const block = use && definitionOf(document, use);
  if (use === undefined || !block) return document;
  const parts = takeBlocks(document, [use]);
  const skip = new Set(parts.blocks.flatMap((part) => (part.id === block.id ? [] : part.id)));
  const copied = copyBlocks(document, parts, { skip });
  const copy = copied.document.blocks[copied.ids.get(blockOf(use) ?? '') ?? ''];
  if (copy === undefined) return document;
  const own = { ...use, params: { ...use.params, block: copy.id } };
  return withoutUnusedBlocks({
    ...copied.document,
    nodes: { ...copied.document.nodes, [id]: own },
    blocks: { ...copied.document.blocks, [copy.id]: { ...copy, name: plainName(name).trim() || copy.name } },
  });
}
