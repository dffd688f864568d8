import type { BlockId } from '@/lib/core/ids';
import type { DocumentNode } from '@/lib/document/document';

/** A node that stands for a block. Its parameters: `block`, the block's id, and `repeat`, how often it is run in a row. */
export const BLOCK_TYPE = 'block';

/** Inside a block: one of its inputs. Its parameter `index` says which, from 0: the slot of the edge into the block. */
export const BLOCK_INPUT_TYPE = 'block_input';

/** How often a block may be run in a row. */
export const MOST_REPEATS = 100;

export function blockOf(node: DocumentNode): BlockId | null {
  const { block } = node.params;
  return node.type === BLOCK_TYPE && typeof block === 'string' ? block : null;
}
