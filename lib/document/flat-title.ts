import type { Locale } from '@/lib/core/locale';
import type { NodeId } from '@/lib/core/ids';
import { documentId, repeatOf } from '@/lib/document/blocks';
import type { Document } from '@/lib/document/document';
import { layerTitle } from '@/lib/document/layer-title';

/** What people call a layer of the design written out: "Stage (2) › Residual block › Conv2D", or just its title. */
export function flatTitle(document: Document, flatId: NodeId, locale: Locale): string {
  const segments = flatId.split('.');
  const titles = segments.flatMap((segment, index): readonly string[] => {
    const node = document.nodes[segment];
    if (isNumber(segment)) return [];
    const title = layerTitle(node ?? { type: segment }, locale, document.blocks);
    const next = segments[index + 1];
    const isRepeated = node !== undefined && index < segments.length - 1 && repeatOf(node) > 1;
    return [isRepeated ? `${title} (${next !== undefined && isNumber(next) ? next : 1})` : title];
  });
  return titles.length === 0 ? documentId(flatId) : titles.join(' › ');
}

function isNumber(segment: string): boolean {
  return /^\d+$/.test(segment);
}
