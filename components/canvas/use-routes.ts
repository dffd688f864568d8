import { useMemo, useState } from 'react';
import type { EdgeId, NodeId } from '@/lib/core/ids';
import type { DocumentEdge, DocumentNode, Position } from '@/lib/document/document';
import { useWorkspace } from '@/components/state/use-workspace';
import { useCanvasUi } from '@/components/canvas/canvas-ui';
import { drawRoute, type DrawnRoute } from '@/components/canvas/edge-path';
import { routeEdges } from '@/components/canvas/edge-route';

/**
 * The way of every edge. While layers are dragged only their own edges look for a new one; the others make way when the
 * layers are let go.
 */
export function useRoutes(): ReadonlyMap<EdgeId, DrawnRoute> {
  const nodes = useWorkspace(({ document }) => document.nodes);
  const edges = useWorkspace(({ document }) => document.edges);
  const dragged = useCanvasUi((ui) => ui.dragged);
  const [routeAll] = useState(createRouter);
  const resting = useMemo(() => routeAll(nodes, edges), [routeAll, nodes, edges]);
  return useMemo(() => {
    if (dragged === null) return resting;
    const touched = Object.values(edges).filter(({ source, target }) => source in dragged || target in dragged);
    return new Map([...resting, ...draw(touched, nodes, dragged)]);
  }, [resting, nodes, edges, dragged]);
}

type Nodes = Readonly<Record<NodeId, DocumentNode>>;
type Edges = Readonly<Record<EdgeId, DocumentEdge>>;

/** Routes every edge, and again only when a layer has moved or an edge has changed: most edits do neither. */
function createRouter(): (nodes: Nodes, edges: Edges) => ReadonlyMap<EdgeId, DrawnRoute> {
  let before: { readonly nodes: Nodes; readonly edges: Edges } = { nodes: {}, edges: {} };
  let routes: ReadonlyMap<EdgeId, DrawnRoute> = new Map();
  return (nodes, edges) => {
    if (edges !== before.edges || !samePlaces(nodes, before.nodes)) routes = draw(Object.values(edges), nodes, {});
    before = { nodes, edges };
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
  nodes: Readonly<Record<NodeId, DocumentNode>>,
  dragged: Readonly<Record<NodeId, Position>>,
): ReadonlyMap<EdgeId, DrawnRoute> {
  const at = (id: NodeId) => dragged[id] ?? nodes[id]?.position;
  const requests = edges.flatMap(({ id, source, target }) => {
    const [from, to] = [at(source), at(target)];
    return from === undefined || to === undefined ? [] : [{ id, source: from, target: to }];
  });
  const positions = Object.values(nodes).map((node) => dragged[node.id] ?? node.position);
  return new Map([...routeEdges(requests, positions)].map(([id, route]) => [id, drawRoute(route)]));
}
