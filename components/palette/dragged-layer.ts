import type { BlockId } from '@/lib/core/ids';
import { BLOCK_TYPE } from '@/lib/document/blocks';
import type { Params } from '@/lib/layers/fields';

const PREFIX = `${BLOCK_TYPE} `;

/** What is dragged from the palette goes by a text: a layer's type, or this for a use of a block. */
export function draggedBlock(block: BlockId): string {
  return PREFIX + block;
}

/** What such a text adds to the design. */
export function draggedLayer(text: string): { readonly type: string; readonly params?: Params } {
  if (!text.startsWith(PREFIX)) return { type: text };
  return { type: BLOCK_TYPE, params: { block: text.slice(PREFIX.length) } };
}
