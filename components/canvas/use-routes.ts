import { useMemo, useState } from 'react';
import type { EdgeId, NodeId } from '@/lib/core/ids';
import type { DocumentEdge, DocumentNode, Position } from '@/lib/document/document';
import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';
import type { ShownDesign } from '@/lib/state/shown-design';
import { drawRoute, type DrawnRoute } from '@/components/canvas/edge-path';
import { routeEdges } from '@/components/canvas/edge-route';
import { useShownDesign } from '@/components/canvas/use-shown-design';

/**
 * The way of every edge. While layers are dragged only their own edges look for a new one; the others make way when the
 * layers are let go.
 */
export function useRoutes(dragged: Places | null): ReadonlyMap<EdgeId, DrawnRoute> {
  const { nodes, edges, frames } = useShownDesign();
  const [routeAll] = useState(createRouter);
  const resting = useMemo(() => routeAll(nodes, edges, frames), [routeAll, nodes, edges, frames]);
  return useMemo(() => {
    if (dragged === null) return resting;
    const touched = Object.values(edges).filter(({ source, target }) => source in dragged || target in dragged);
    return new Map([...resting, ...draw(touched, { nodes, frames, dragged })]);
  }, [resting, nodes, edges, frames, dragged]);
}

type Nodes = Readonly<Record<NodeId, DocumentNode>>;
type Edges = Readonly<Record<EdgeId, DocumentEdge>>;
type Frames = ShownDesign['frames'];
type Places = Readonly<Record<NodeId, Position>>;

/** Routes every edge, and again only when a layer has moved or an edge has changed: most edits do neither. */
function createRouter(): (nodes: Nodes, edges: Edges, frames: Frames) => ReadonlyMap<EdgeId, DrawnRoute> {
  let before: { readonly nodes: Nodes; readonly edges: Edges; readonly frames: Frames | null } = {
    nodes: {},
    edges: {},
    frames: null,
  };
  let routes: ReadonlyMap<EdgeId, DrawnRoute> = new Map();
  return (nodes, edges, frames) => {
    if (edges !== before.edges || frames !== before.frames || !samePlaces(nodes, before.nodes)) {
      routes = draw(Object.values(edges), { nodes, frames, dragged: {} });
    }
    before = { nodes, edges, frames };
    return routes;
  };
}

function samePlaces(nodes: Nodes, others: Nodes): boolean {
  const ids = Object.keys(nodes);
  const isSame = (a: Position | undefined, b: Position | undefined) => a === b || (a?.x === b?.x && a?.y === b?.y);
  return (
    ids.length === Object.keys(others).length && ids.every((id) => isSame(nodes[id]?.position, others[id]?.position))
  );
}

function draw(
  edges: readonly DocumentEdge[],
  { nodes, frames, dragged }: { readonly nodes: Nodes; readonly frames: Frames; readonly dragged: Places },
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
