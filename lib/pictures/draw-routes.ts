import type { EdgeId, NodeId } from '@/lib/core/ids';
import type { DocumentEdge, DocumentNode, Position } from '@/lib/document/document';
import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';
import { drawRoute, type DrawnRoute } from '@/lib/pictures/edge-path';
import { routeEdges } from '@/lib/pictures/edge-route';

interface Placed {
  readonly nodes: Readonly<Record<NodeId, DocumentNode>>;
  /** The blocks that are expanded at their place, with the size of their frames. */
  readonly frames: ReadonlyMap<NodeId, { readonly width: number; readonly height: number }>;
  /** The places of layers that stand somewhere else than the document says. */
  readonly dragged: Readonly<Record<NodeId, Position>>;
}

/** The way of these edges between layers that stand where the canvas shows them. */
export function drawRoutes(
  edges: readonly DocumentEdge[],
  { nodes, frames, dragged }: Placed,
): ReadonlyMap<EdgeId, DrawnRoute> {
  const at = (id: NodeId) => dragged[id] ?? nodes[id]?.position;
  // An edge meets a frame at the middle of its border, as it meets a layer of the usual size there.
  const inset = (id: NodeId, side: 'top' | 'bottom'): Position | undefined => {
    const [place, size] = [at(id), frames.get(id)];
    if (place === undefined || size === undefined) return place;
    const y = side === 'top' ? place.y : place.y + size.height - NODE_HEIGHT;
    return { x: place.x + (size.width - NODE_WIDTH) / 2, y };
  };
  const requests = edges.flatMap(({ id, source, target }) => {
    const [from, to] = [inset(source, 'bottom'), inset(target, 'top')];
    return from === undefined || to === undefined ? [] : [{ id, source: from, target: to }];
  });
  const layers = Object.values(nodes).filter(({ id }) => !frames.has(id));
  const positions = layers.map((node) => dragged[node.id] ?? node.position);
  return new Map([...routeEdges(requests, positions)].map(([id, route]) => [id, drawRoute(route)]));
}
