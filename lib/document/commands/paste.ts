import { layerDefinition } from '@/lib/layers/registry';
import { copyLayers, putBlocks } from '@/lib/document/block-parts';
import { BLOCK_INPUT_TYPE, blockOf, wouldContainItself } from '@/lib/document/blocks';
import type { Command } from '@/lib/document/command';
import { withNextInputs } from '@/lib/document/commands/block-inputs';
import type { Document, DocumentNode } from '@/lib/document/document';

type Paste = Extract<Command, { kind: 'paste' }>;

const NO_BLOCKS = { blocks: [], nodes: [], edges: [] } as const;

/** Copies get ids of their own; of the edges, those between two copies come along. A block does not go into itself. */
export function paste(document: Document, command: Paste): Document {
  const { scope = null, offset, edges } = command;
  if (scope !== null && !Object.hasOwn(document.blocks, scope)) return document;
  const { document: grown, ids: blocks } = putBlocks(document, command.blocks ?? NO_BLOCKS);
  const nodes = command.nodes.filter((node) => {
    if (node.type === BLOCK_INPUT_TYPE) return scope !== null;
    const block = blockOf(node);
    if (block === null) return layerDefinition(node.type) !== null;
    const id = blocks.get(block) ?? block;
    return Object.hasOwn(grown.blocks, id) && !wouldContainItself(grown, id, scope);
  });
  if (nodes.length === 0) return document;
  const copy = copyLayers(grown, { nodes, edges, scope, offset, blocks });
  const copies = nodes.flatMap(({ id }): readonly DocumentNode[] => {
    const node = copy.document.nodes[copy.ids.get(id) ?? ''];
    return node === undefined ? [] : [node];
  });
  return withNextInputs(copy.document, copies);
}
