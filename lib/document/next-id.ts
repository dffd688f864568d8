import type { EdgeId, NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';

/**
 * The id a new layer of this type gets: `conv2d_3` where `conv2d_2` is the highest so far. It is a valid tfjs layer
 * name as it stands, and the same document always gives the same id.
 */
export function nextNodeId(document: Document, type: string): NodeId {
  const stem =
    type
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[^a-z]*/, '') || 'layer';
  return nextInSeries(stem, Object.keys(document.nodes));
}

export function nextEdgeId(document: Document): EdgeId {
  return nextInSeries('edge', Object.keys(document.edges));
}

function nextInSeries(stem: string, taken: readonly string[]): string {
  const highest = taken.reduce((most, id) => Math.max(most, numberAfter(stem, id)), 0);
  return `${stem}_${highest + 1}`;
}

function numberAfter(stem: string, id: string): number {
  const rest = id.startsWith(`${stem}_`) ? id.slice(stem.length + 1) : '';
  // Nine digits: a longer number in a hand-made file must not push the counter past what a double counts exactly.
  return /^[1-9]\d{0,8}$/.test(rest) ? Number(rest) : 0;
}
