import type * as Dagre from '@dagrejs/dagre';
import type { NodeId } from '@/lib/core/ids';
import { edgesIn, nodesIn, scopeOf, type Scope } from '@/lib/document/blocks';
import type { Document, Position } from '@/lib/document/document';
import { foldColumns, type Rank } from '@/lib/document/fold-columns';
import { layered } from '@/lib/document/layout';
import { COLUMN_GAP, NODE_HEIGHT, NODE_WIDTH, ROW_GAP } from '@/lib/document/node-size';

/** Above this many layers dagre's default ranker makes a wide graph wider and takes seconds. */
const LARGE = 300;

/**
 * A position for every layer: ranks from top to bottom by dagre, then folded into columns like a page of text, so that
 * a long chain still fits a window at a readable size. Each block is laid out by itself. dagre is loaded at the first call.
 */
export async function autoLayout(document: Document): Promise<Readonly<Record<NodeId, Position>>> {
  const dagre = await import('@dagrejs/dagre');
  const scopes = [...new Set(Object.values(document.nodes).map(scopeOf))];
  return Object.assign({}, ...scopes.map((scope) => layoutAnyDepth(dagre, document, scope))) as Readonly<
    Record<NodeId, Position>
  >;
}

/**
 * dagre goes from layer to layer by recursion: thousands in a row are more than a call stack holds, a worker's sooner than
 * a page's. Those are put below each other rank by rank instead.
 */
function layoutAnyDepth(dagre: typeof Dagre, document: Document, scope: Scope): Readonly<Record<NodeId, Position>> {
  try {
    return layoutScope(dagre, document, scope);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const ids = nodesIn(document, scope).map(({ id }) => id);
    return layered(document, ids);
  }
}

/** Of the layers that are drawn together. */
function layoutScope(dagre: typeof Dagre, document: Document, scope: Scope): Readonly<Record<NodeId, Position>> {
  const graph = new dagre.Graph();
  const ids = nodesIn(document, scope).map(({ id }) => id);
  const edges = edgesIn(document, scope);
  graph.setGraph({
    rankdir: 'TB',
    nodesep: COLUMN_GAP,
    ranksep: ROW_GAP,
    ranker: ids.length > LARGE ? 'longest-path' : 'network-simplex',
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of ids) graph.setNode(id, { width: NODE_WIDTH, height: NODE_HEIGHT });
  for (const edge of edges) graph.setEdge(edge.source, edge.target);
  dagre.layout(graph);
  const centres = new Map(ids.map((id) => [id, centreOf(graph.node(id))]));
  return foldColumns(ranksOf(centres), edges);
}

function centreOf(node: { readonly x?: number; readonly y?: number } | undefined): Position {
  return { x: node?.x ?? 0, y: node?.y ?? 0 };
}

/** dagre gives every layer of one rank the same centre height. */
function ranksOf(centres: ReadonlyMap<NodeId, Position>): readonly Rank[] {
  const byHeight = new Map<number, { id: NodeId; x: number }[]>();
  for (const [id, centre] of centres) {
    const height = Math.round(centre.y);
    const rank = byHeight.get(height) ?? [];
    rank.push({ id, x: Math.round(centre.x) });
    byHeight.set(height, rank);
  }
  return [...byHeight].sort(([a], [b]) => a - b).map(([, rank]) => rank);
}
