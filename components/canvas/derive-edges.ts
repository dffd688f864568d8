import type { EdgeId } from '@/lib/core/ids';
import { formatShape } from '@/lib/core/tensor-type';
import type { Analysis } from '@/lib/analysis/analysis';
import type { DocumentEdge } from '@/lib/document/document';
import { problemsOfEdge } from '@/components/problems/problem-index';
import { labelPlaceOf, pathOf } from '@/components/canvas/edge-path';
import type { Route } from '@/components/canvas/edge-route';
import type { EdgeState, ShapeFlowEdge } from '@/components/canvas/flow-types';

export interface EdgesInput {
  readonly edges: Readonly<Record<EdgeId, DocumentEdge>>;
  readonly routes: ReadonlyMap<EdgeId, Route>;
  readonly analysis: Analysis;
  readonly selected: readonly EdgeId[];
  /** What a screen reader calls the edge. */
  readonly nameOf: (edge: DocumentEdge, state: EdgeState) => string;
}

/** Document to React Flow's edges; what has not changed stays the same object. */
export function createEdgeDeriver(): (input: EdgesInput) => ShapeFlowEdge[] {
  let before = new Map<EdgeId, ShapeFlowEdge>();
  let list: ShapeFlowEdge[] = [];
  return ({ edges, routes, analysis, selected, nameOf }) => {
    const chosen = new Set(selected);
    const next = Object.values(edges).flatMap((edge) => {
      const route = routes.get(edge.id);
      if (route === undefined) return [];
      const state = stateOf(edge.id, analysis);
      const fresh: ShapeFlowEdge = {
        id: edge.id,
        source: edge.source,
        target: edge.target,
        type: 'shape',
        selected: chosen.has(edge.id),
        reconnectable: chosen.has(edge.id),
        ariaLabel: nameOf(edge, state),
        ariaRole: 'group',
        data: {
          path: pathOf(route),
          label: labelPlaceOf(route),
          shape: shapeText(edge.id, analysis),
          state,
        },
      };
      const known = before.get(edge.id);
      return known !== undefined && isSame(known, fresh) ? known : fresh;
    });
    if (next.length === list.length && next.every((edge, index) => edge === list[index])) return list;
    before = new Map(next.map((edge) => [edge.id, edge]));
    list = next;
    return list;
  };
}

function stateOf(edge: EdgeId, analysis: Analysis): EdgeState {
  if (problemsOfEdge(analysis, edge).some(({ severity }) => severity === 'error')) return 'error';
  return analysis.edges[edge] == null ? 'unknown' : 'known';
}

function shapeText(edge: EdgeId, analysis: Analysis): string {
  const type = analysis.edges[edge];
  return type == null ? '' : formatShape(type.shape);
}

function isSame(a: ShapeFlowEdge, b: ShapeFlowEdge): boolean {
  return (
    a.source === b.source &&
    a.target === b.target &&
    a.selected === b.selected &&
    a.ariaLabel === b.ariaLabel &&
    a.data?.path === b.data?.path &&
    a.data?.shape === b.data?.shape &&
    a.data?.state === b.data?.state
  );
}
