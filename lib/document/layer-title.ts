import type { Locale } from '@/lib/core/locale';
import { LAYER_TYPES, layerDefinition } from '@/lib/layers/registry';
import { blockOf, inputIndexOf } from '@/lib/document/blocks';
import type { Document, DocumentNode } from '@/lib/document/document';

type Titled = Pick<DocumentNode, 'type' | 'title'> & Partial<Pick<DocumentNode, 'params'>>;

/** What people call a layer: the name they gave it, or its type's; a block by its name, its input like an Input layer. */
export function layerTitle(node: Titled, locale: Locale, blocks: Document['blocks'] = {}): string {
  if (node.title !== undefined) return node.title;
  const { type, params = {} } = node;
  const block = blockOf({ type, params });
  if (block !== null) return blocks[block]?.name ?? block;
  const index = inputIndexOf({ type, params });
  if (index === null) return layerDefinition(type)?.text[locale].title ?? type;
  const source = LAYER_TYPES.find((known) => layerDefinition(known)?.role === 'source') ?? type;
  const title = layerDefinition(source)?.text[locale].title ?? source;
  return index === 0 ? title : `${title} ${index + 1}`;
}
