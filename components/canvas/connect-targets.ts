import type { Locale } from '@/lib/core/locale';
import type { NodeId } from '@/lib/core/ids';
import type { Document, DocumentNode } from '@/lib/document/document';
import { layerTitle } from '@/lib/document/layer-title';
import { isConnected, refusalOf } from '@/components/canvas/connection-rules';

interface TargetQuery {
  readonly document: Document;
  readonly source: NodeId;
  readonly query: string;
  readonly locale: Locale;
}

/** The layers that `source` may be connected to: loose ones and layers without input first, then the nearest. */
export function connectTargets({ document, source, query, locale }: TargetQuery): readonly DocumentNode[] {
  const from = document.nodes[source];
  if (from === undefined) return [];
  const wanted = query.trim().toLocaleLowerCase(locale);
  const fed = new Set(Object.values(document.edges).map(({ target }) => target));
  const rank = (node: DocumentNode) => (isConnected(document, node.id) ? (fed.has(node.id) ? 2 : 1) : 0);
  const distance = ({ position }: DocumentNode) =>
    Math.hypot(position.x - from.position.x, position.y - from.position.y);
  return Object.values(document.nodes)
    .filter((node) => refusalOf(document, source, node.id) === null)
    .filter((node) => layerTitle(node, locale, document.blocks).toLocaleLowerCase(locale).includes(wanted))
    .sort((a, b) => rank(a) - rank(b) || distance(a) - distance(b));
}
