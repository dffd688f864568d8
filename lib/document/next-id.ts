import type { BlockId, EdgeId, NodeId } from '@/lib/core/ids';
import { documentId } from '@/lib/document/blocks';
import type { Document } from '@/lib/document/document';

/**
 * The id a new layer of this type gets: `conv2d_3` where `conv2d_2` is the highest so far. It is a valid tfjs layer
 * name as it stands, and the same document always gives the same id.
 */
export function nextNodeId(document: Document, type: string): NodeId {
  return `${stemOf(type)}_${highestIn(stemOf(type), Object.keys(document.nodes)) + 1}`;
}

export function nextEdgeId(document: Document): EdgeId {
  return `edge_${highestIn('edge', Object.keys(document.edges)) + 1}`;
}

export function nextBlockId(document: Document): BlockId {
  return `block_${highestIn('block', Object.keys(document.blocks)) + 1}`;
}

/** One id after another as the next functions above give them, for many layers and edges at once. */
export interface IdSeries {
  node(type: string): NodeId;
  edge(): EdgeId;
}

export function createIdSeries(document: Document): IdSeries {
  const last = new Map<string, number>();
  function next(stem: string, taken: object): string {
    const number = (last.get(stem) ?? highestIn(stem, Object.keys(taken))) + 1;
    last.set(stem, number);
    return `${stem}_${number}`;
  }
  return { node: (type) => next(stemOf(type), document.nodes), edge: () => next('edge', document.edges) };
}

function stemOf(type: string): string {
  const stem = type
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]*/, '');
  return stem || 'layer';
}

function highestIn(stem: string, taken: readonly string[]): number {
  return taken.reduce((most, id) => Math.max(most, numberAfter(stem, id)), 0);
}

/** Ids of layers in blocks written out end in those of the document: what a fix adds must not be called like them. */
function numberAfter(stem: string, flatId: string): number {
  const id = documentId(flatId);
  const rest = id.startsWith(`${stem}_`) ? id.slice(stem.length + 1) : '';
  // Nine digits: a longer number in a hand-made file must not push the counter past what a double counts exactly.
  return /^[1-9]\d{0,8}$/.test(rest) ? Number(rest) : 0;
}
