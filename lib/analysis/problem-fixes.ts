import type { Cure, ParamValue, Problem } from '@/lib/core/problem';
import { formatShape, type Shape } from '@/lib/core/tensor-type';
import { projection, type Projection } from '@/lib/layers/convolution/projection';
import type { Command } from '@/lib/document/command';
import type { AnalysisContext } from '@/lib/analysis/context';
import type { Diagnostic, Fix, Place } from '@/lib/analysis/diagnostic';
import { ancestors, type GraphNode } from '@/lib/analysis/graph';
import { atNode, report } from '@/lib/analysis/report';

/** A layer's own problem, put in its place in the graph, with mends that can be clicked. */
export function describeProblem(context: AnalysisContext, node: GraphNode, problem: Problem): Diagnostic {
  const cures = (problem.cures ?? []).flatMap((cure) => fixOf(node, cure));
  return report(problem.code, problem.values, {
    place: placeOf(node, problem),
    related: relatedTo(node, problem),
    fixes: [...cures, ...joiningFixes(context, node, problem), ...shrinkingFixes(node, problem)],
  });
}

function placeOf(node: GraphNode, { param, input }: Problem): Place {
  if (param !== undefined) return { kind: 'param', node: node.id, param };
  const edge = input === undefined ? undefined : node.incoming[input];
  return edge === undefined ? atNode(node.id) : { kind: 'edge', edge: edge.id, node: node.id };
}

function relatedTo(node: GraphNode, { input }: Problem): readonly Place[] {
  const edge = input === undefined ? undefined : node.incoming[input];
  return edge === undefined ? [] : [atNode(edge.source)];
}

function fixOf(node: GraphNode, cure: Cure): readonly Fix[] {
  switch (cure.kind) {
    case 'set-param':
      return [setParam(node, cure.param, cure.value)];
    case 'insert-before': {
      const edge = node.incoming[cure.input];
      if (edge === undefined) return [];
      const command: Command = { kind: 'insert-on-edge', edge: edge.id, type: cure.type, params: cure.params };
      return [{ label: { kind: 'insert', type: cure.type }, command }];
    }
    case 'remove-layer':
      return [{ label: { kind: 'remove-layer' }, command: { kind: 'remove', nodes: [node.id], edges: [] } }];
  }
}

export function setParam(node: GraphNode, param: string, value: ParamValue): Fix {
  return {
    label: { kind: 'set-param', type: node.node.type, param, value: formatValue(value) },
    command: { kind: 'set-param', node: node.id, param, value },
  };
}

function formatValue(value: ParamValue): string {
  if (Array.isArray(value)) return formatShape(value as readonly number[]);
  return typeof value === 'object' ? Object.values(value).join(', ') : String(value);
}

/** A merge of unequal shapes: a projection on every input that differs from the one that has come the longest way. */
function joiningFixes(context: AnalysisContext, node: GraphNode, problem: Problem): readonly Fix[] {
  if (!('shapes' in problem.values)) return [];
  const { shapes } = problem.values;
  const keepsWidth = problem.code === 'shape/concatenate-unequal';
  for (const main of byLengthOfWay(context, node)) {
    const target = shapes[main];
    const fix = target && projectTo({ node, shapes, target, keepsWidth });
    if (fix) return [fix];
  }
  return [];
}

/** Indices of the inputs, the one with the most layers before it first: a shortcut is what gets projected. */
function byLengthOfWay({ graph }: AnalysisContext, node: GraphNode): readonly number[] {
  const before = node.incoming.map((edge) => ancestors(graph, [edge.source]).size);
  return before.map((_, index) => index).sort((a, b) => (before[b] ?? 0) - (before[a] ?? 0));
}

interface Joining {
  readonly node: GraphNode;
  readonly shapes: readonly Shape[];
  readonly target: Shape;
  /** Concatenation takes any number of channels, so only the places must agree. */
  readonly keepsWidth: boolean;
}

function projectTo({ node, shapes, target, keepsWidth }: Joining): Fix | null {
  const inserts: { readonly edge: string; readonly layer: Projection }[] = [];
  for (const [index, shape] of shapes.entries()) {
    const wanted = keepsWidth ? [...target.slice(0, -1), ...shape.slice(-1)] : target;
    const edge = node.incoming[index];
    if (formatShape(shape) === formatShape(wanted)) continue;
    const layer = projection(shape, wanted);
    if (layer === null || edge === undefined) return null;
    inserts.push({ edge: edge.id, layer });
  }
  const [first] = inserts;
  if (first === undefined) return null;
  const commands = inserts.map(({ edge, layer }): Command => ({
    kind: 'insert-on-edge',
    edge,
    type: layer.type,
    params: layer.params,
  }));
  return { label: first.layer.label, command: { kind: 'batch', commands } };
}

/** A tensor too large to address: fewer filters or units, a smaller input, or else none of this layer. */
function shrinkingFixes(node: GraphNode, problem: Problem): readonly Fix[] {
  if (problem.code !== 'shape/too-large') return [];
  const share = problem.values.most / problem.values.elements;
  const { widthParam = null, fields = {} } = node.definition ?? {};
  const width = widthParam === null ? undefined : node.node.params[widthParam];
  if (widthParam !== null && typeof width === 'number' && Math.floor(width * share) >= 1) {
    return [setParam(node, widthParam, Math.floor(width * share))];
  }
  const [shape] = Object.entries(fields).flatMap(([param, field]) => (field.kind === 'shape' ? [param] : []));
  const sizes = shape === undefined ? undefined : node.node.params[shape];
  if (shape !== undefined && Array.isArray(sizes))
    return [setParam(node, shape, shrunk(sizes as readonly number[], share))];
  return [{ label: { kind: 'remove-layer' }, command: { kind: 'remove', nodes: [node.id], edges: [] } }];
}

/** All but the channels smaller alike; of a vector its length. */
function shrunk(sizes: readonly number[], share: number): readonly number[] {
  const places = Math.max(sizes.length - 1, 1);
  const factor = share ** (1 / places);
  return sizes.map((size, axis) => (axis < places ? Math.max(Math.floor(size * factor), 1) : size));
}
