import type { Locale } from '@/lib/core/locale';
import { layerDefinition } from '@/lib/layers/registry';
import type { DocumentNode } from '@/lib/document/document';

/** What people call a layer: the name they gave it, or its type's. */
export function layerTitle(node: Pick<DocumentNode, 'type' | 'title'>, locale: Locale): string {
  return node.title ?? layerDefinition(node.type)?.text[locale].title ?? node.type;
}
