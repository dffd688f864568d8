import type { BlockId, NodeId } from '@/lib/core/ids';
import { plainName } from '@/lib/core/plain-name';
import { applyCommand } from '@/lib/document/apply-command';
import { BLOCK_INPUT_TYPE, blockInputs, blockOf, inputIndexOf, isRepeat, scopeOf } from '@/lib/document/blocks';
import { withoutUnusedBlocks } from '@/lib/document/commands/unused-blocks';
import type { Block, Document, DocumentNode } from '@/lib/document/document';
import { isRecord, type Unknown, type Warn } from '@/lib/document/load/json-shape';
import { createUsableIds } from '@/lib/document/load/usable-ids';

export interface ReadBlocks {
  /** Without outputs: the layers are not read yet. */
  readonly blocks: Readonly<Record<BlockId, Block>>;
  /** The id in the file → the id in the design. */
  readonly ids: ReadonlyMap<string, BlockId>;
  /** The outputs as the file names them. */
  readonly outputs: ReadonlyMap<BlockId, unknown>;
}

export function readBlocks(value: unknown, warn: Warn): ReadBlocks {
  if (!isRecord(value)) {
    warn({ code: 'file/bad-part', values: { part: 'blocks' } });
    return { blocks: {}, ids: new Map(), outputs: new Map() };
  }
  const ids = new Map<string, BlockId>();
  const outputs = new Map<BlockId, unknown>();
  const usableId = createUsableIds(value, () => 'block');
  const blocks = Object.entries(value).flatMap(([key, entry]): readonly Block[] => {
    if (!isRecord(entry)) {
      warn({ code: 'file/bad-part', values: { part: `blocks.${key}` } });
      return [];
    }
    const id = usableId(key);
    ids.set(key, id);
    outputs.set(id, entry.output ?? null);
    return [{ id, name: readName(entry.name, id, warn), output: null }];
  });
  return { blocks: Object.fromEntries(blocks.map((block) => [block.id, block])), ids, outputs };
}

function readName(value: unknown, id: BlockId, warn: Warn): string {
  const name = typeof value === 'string' ? plainName(value).trim() : '';
  if (name !== value) warn({ code: 'file/cleaned-name', values: { name: name || id } });
  return name || id;
}

/** The parameters of a node that stands for a block or for one of its inputs; null where the block is not there. */
export function readBlockNode(
  { type, params }: Unknown,
  ids: ReadonlyMap<string, BlockId>,
  warn: (param: string) => void,
): DocumentNode['params'] | null {
  const written = isRecord(params) ? params : {};
  if (type === BLOCK_INPUT_TYPE) return { index: typeof written.index === 'number' ? written.index : -1 };
  const block = typeof written.block === 'string' ? ids.get(written.block) : undefined;
  if (block === undefined) return null;
  const { repeat = 1 } = written;
  if (!isRepeat(repeat)) warn('repeat');
  return { block, repeat: isRepeat(repeat) ? repeat : 1 };
}

/** Puts right what only shows once all layers are read: outputs, and the order of inputs. */
export function settleBlocks(
  document: Document,
  { outputs, ids }: { readonly outputs: ReadBlocks['outputs']; readonly ids: ReadonlyMap<string, NodeId> },
  warn: Warn,
): Document {
  if (Object.keys(document.blocks).length === 0) return document;
  const settled = Object.values(document.blocks).map((block): Block => {
    const written = outputs.get(block.id) ?? null;
    const output = typeof written === 'string' ? (ids.get(written) ?? null) : null;
    const isInside = output !== null && document.nodes[output]?.scope === block.id;
    if (written !== null && !isInside) warn({ code: 'file/bad-part', values: { part: `blocks.${block.id}.output` } });
    return { ...block, output: isInside ? output : null };
  });
  const blocks = Object.fromEntries(settled.map((block) => [block.id, block]));
  return settled.reduce((next, { id }) => numberInputs(next, id, warn), { ...document, blocks });
}

/** What is left of a design without these nodes: the chain heals, and blocks that nothing uses any more go. */
export function dropNodes(document: Document, ids: readonly NodeId[], warn: Warn): Document {
  const used = withoutUnusedBlocks(applyCommand(document, { kind: 'remove', nodes: ids, edges: [] }));
  for (const { id, name } of Object.values(document.blocks)) {
    if (!Object.hasOwn(used.blocks, id)) warn({ code: 'file/unused-block', values: { block: name } });
  }
  return used;
}

/** A block's inputs are numbered from 0 without gaps. */
function numberInputs(document: Document, block: BlockId, warn: Warn): Document {
  const inputs = blockInputs(document, block);
  if (inputs.every((node, index) => inputIndexOf(node) === index)) return document;
  warn({ code: 'file/bad-part', values: { part: `blocks.${block}.inputs` } });
  const numbered = inputs.map((node, index) => [node.id, { ...node, params: { index } }] as const);
  return { ...document, nodes: { ...document.nodes, ...Object.fromEntries(numbered) } };
}

/** The uses, in the order of the file, with which a block would stand in itself. */
export function findSelfUses(document: Document): readonly NodeId[] {
  const inside = Object.values(document.nodes).filter((node) => blockOf(node) !== null && scopeOf(node) !== null);
  const within = new Map<BlockId, Set<BlockId>>();
  return inside.flatMap((use) => {
    const [outer, inner] = [scopeOf(use) ?? '', blockOf(use) ?? ''];
    if (outer === inner || reaches(within, inner, outer)) return [use.id];
    within.set(outer, (within.get(outer) ?? new Set()).add(inner));
    return [];
  });
}

function reaches(within: ReadonlyMap<BlockId, ReadonlySet<BlockId>>, from: BlockId, to: BlockId): boolean {
  const seen = new Set([from]);
  // A Set's iteration also visits what is added on the way.
  for (const block of seen) within.get(block)?.forEach((inner) => seen.add(inner));
  return seen.has(to);
}
