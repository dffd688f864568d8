import type { NodeId } from '@/lib/core/ids';
import type { Document as WholeDocument, DocumentNode, Position } from '@/lib/document/document';

/** What is drawn together. */
type Document = Pick<WholeDocument, 'nodes' | 'edges'>;

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * The layer an arrow key leads to: down and up follow the edges (the leftmost of several; the main input first), left
 * and right go to the nearest layer on that side, and so does a key that no edge answers. Null when there is none.
 */
export function neighbourOf(document: Document, from: NodeId, direction: Direction): NodeId | null {
  const start = document.nodes[from];
  if (start === undefined) return null;
  if (direction === 'down') return leftmostTarget(document, from) ?? nearest(document, start, direction);
  if (direction === 'up') return firstSource(document, from) ?? nearest(document, start, direction);
  return nearest(document, start, direction);
}

function leftmostTarget(document: Document, from: NodeId): NodeId | null {
  const targets = Object.values(document.edges)
    .filter(({ source }) => source === from)
    .flatMap(({ target }) => document.nodes[target] ?? [])
    .sort((a, b) => a.position.y - b.position.y || a.position.x - b.position.x);
  return targets[0]?.id ?? null;
}

function firstSource(document: Document, to: NodeId): NodeId | null {
  const entering = Object.values(document.edges)
    .filter(({ target }) => target === to)
    .sort((a, b) => a.slot - b.slot);
  return entering[0]?.source ?? null;
}

const AHEAD: Readonly<Record<Direction, (offset: Position) => { readonly along: number; readonly aside: number }>> = {
  up: ({ x, y }) => ({ along: -y, aside: x }),
  down: ({ x, y }) => ({ along: y, aside: x }),
  left: ({ x, y }) => ({ along: -x, aside: y }),
  right: ({ x, y }) => ({ along: x, aside: y }),
};

/** Straight ahead counts once, sideways twice. */
function nearest(document: Document, start: DocumentNode, direction: Direction): NodeId | null {
  let best: { readonly id: NodeId; readonly cost: number } | null = null;
  for (const { id, position } of Object.values(document.nodes)) {
    const offset = { x: position.x - start.position.x, y: position.y - start.position.y };
    const { along, aside } = AHEAD[direction](offset);
    const cost = along + 2 * Math.abs(aside);
    if (id !== start.id && along > 0 && (best === null || cost < best.cost)) best = { id, cost };
  }
  return best?.id ?? null;
}
