import type { EdgeId } from '@/lib/core/ids';
import { formatShape } from '@/lib/core/tensor-type';
import type { Analysis } from '@/lib/analysis/analysis';
import type { DocumentEdge } from '@/lib/document/document';
import { problemsOfEdge } from '@/components/problems/problem-index';
import type { DrawnRoute } from '@/lib/pictures/edge-path';
import type { EdgeState, ShapeFlowEdge } from '@/components/canvas/flow-types';

/** What an edge says, whichever way it takes. */
export interface EdgeText {
  /** What a screen reader calls it. */
  readonly name: string;
  readonly shape: string;
  readonly state: EdgeState;
}

export interface EdgesInput {
  readonly edges: Readonly<Record<EdgeId, DocumentEdge>>;
  readonly routes: ReadonlyMap<EdgeId, DrawnRoute>;
  readonly texts: ReadonlyMap<EdgeId, EdgeText>;
  readonly selected: readonly EdgeId[];
}

/** Document to React Flow's edges; what has not changed stays the same object. */
export function createEdgeDeriver(): (input: EdgesInput) => ShapeFlowEdge[] {
  let before = new Map<EdgeId, ShapeFlowEdge>();
  let list: ShapeFlowEdge[] = [];
  return ({ edges, routes, texts, selected }) => {
    const chosen = new Set(selected);
    const next = Object.values(edges).flatMap((edge) => {
      const [route, text] = [routes.get(edge.id), texts.get(edge.id)];
      if (route === undefined || text === undefined) return [];
      const look: Look = { edge, route, text, selected: chosen.has(edge.id) };
      const known = before.get(edge.id);
      return known !== undefined && hasLook(known, look) ? known : flowEdge(look);
    });
    if (next.length === list.length && next.every((edge, index) => edge === list[index])) return list;
    before = new Map(next.map((edge) => [edge.id, edge]));
    list = next;
    return list;
  };
}

export function shapeText(edge: EdgeId, analysis: Analysis): string {
  const type = analysis.edges[edge];
  return type == null ? '' : formatShape(type.shape);
}

export function edgeState(edge: EdgeId, analysis: Analysis): EdgeState {
  if (problemsOfEdge(analysis, edge).some(({ severity }) => severity === 'error')) return 'error';
  return analysis.edges[edge] == null ? 'unknown' : 'known';
}

interface Look {
  readonly edge: DocumentEdge;
  readonly route: DrawnRoute;
  readonly text: EdgeText;
  readonly selected: boolean;
}

function flowEdge({ edge, route, text, selected }: Look): ShapeFlowEdge {
  return {
    id: edge.id,
    source: edge.source,
    target: edge.target,
    type: 'shape',
    selected,
    reconnectable: selected,
    ariaLabel: text.name,
    ariaRole: 'group',
    data: { path: route.path, label: route.label, shape: text.shape, state: text.state },
  };
}

function hasLook(known: ShapeFlowEdge, { edge, route, text, selected }: Look): boolean {
  return (
    known.source === edge.source &&
    known.target === edge.target &&
    known.selected === selected &&
    known.ariaLabel === text.name &&
    known.data?.path === route.path &&
    known.data.shape === text.shape &&
    known.data.state === text.state
  );
}
