import type { NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';
import { scopeOf } from '@/lib/document/blocks';
import { connectable } from '@/lib/document/commands/connect';

export type Refusal = 'self' | 'duplicate' | 'takes-no-input' | 'across';

/**
 * Why two layers cannot be joined; null when they can. A cycle or an input too many can be drawn: the analysis says
 * what is wrong with it, and perhaps another edge is to go.
 */
export function refusalOf(document: Document, source: NodeId, target: NodeId): Refusal | null {
  if (source === target) return 'self';
  const [from, to] = [document.nodes[source], document.nodes[target]];
  if (to !== undefined && !connectable(document, to)) return 'takes-no-input';
  if (from !== undefined && to !== undefined && scopeOf(from) !== scopeOf(to)) return 'across';
  const exists = Object.values(document.edges).some((edge) => edge.source === source && edge.target === target);
  return exists ? 'duplicate' : null;
}

/** Does any edge start or end at the layer? */
export function isConnected(document: Document, node: NodeId): boolean {
  return Object.values(document.edges).some(({ source, target }) => source === node || target === node);
}

export function takesInput(document: Document, node: NodeId): boolean {
  const known = document.nodes[node];
  return known !== undefined && connectable(document, known);
}
