import { useMemo, useState } from 'react';
import type { EdgeId, NodeId } from '@/lib/core/ids';
import type { DocumentEdge, DocumentNode, Position } from '@/lib/document/document';
import type { ShownDesign } from '@/lib/state/shown-design';
import { drawRoutes } from '@/lib/pictures/draw-routes';
import type { DrawnRoute } from '@/lib/pictures/edge-path';
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
    return new Map([...resting, ...drawRoutes(touched, { nodes, frames, dragged })]);
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
      routes = drawRoutes(Object.values(edges), { nodes, frames, dragged: {} });
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
