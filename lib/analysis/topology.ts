import type { NodeId } from '@/lib/core/ids';
import type { DocumentEdge } from '@/lib/document/document';
import type { AnalysisContext } from '@/lib/analysis/context';
import { shortestPath } from '@/lib/analysis/cycles';
import type { Diagnostic, Fix } from '@/lib/analysis/diagnostic';
import { layerName, type GraphNode } from '@/lib/analysis/graph';
import { atNode, report } from '@/lib/analysis/report';
import type { Slots } from '@/lib/analysis/slots';
import {
  addInput,
  addOutput,
  connectToEnd,
  joinInputs,
  keepOutput,
  makeAllOutputs,
  MOST_CHOICES,
  removeBranch,
  removeEdges,
  removeIsland,
  removeLayers,
} from '@/lib/analysis/structure-fixes';

/** What is wrong with how the layers are joined, whatever travels between them. */
export function checkTopology(context: AnalysisContext): readonly Diagnostic[] {
  const { slots, faces, task } = context;
  const before = known.get(slots);
  // Words tell of titles, and mends of where layers stand; nothing else about a layer matters here.
  if (before?.faces === faces && before.task === task) return before.diagnostics;
  const diagnostics = findFaults(context);
  known.set(slots, { faces, task, diagnostics });
  return diagnostics;
}

interface Kept extends Pick<AnalysisContext, 'faces' | 'task'> {
  readonly diagnostics: readonly Diagnostic[];
}

const known = new WeakMap<Slots, Kept>();

function findFaults(context: AnalysisContext): readonly Diagnostic[] {
  return [
    ...checkCycles(context),
    ...checkInputLayer(context),
    ...[...context.graph.values()].flatMap((node) => checkInputs(context, node)),
    ...checkReach(context),
    ...checkSeveralInputs(context),
    ...checkEnds(context),
  ];
}

/** One report per group of cycles, at the edge that was drawn last: without it there was none, or one fewer. */
function checkCycles({ document, graph, cycles }: AnalysisContext): readonly Diagnostic[] {
  return cycles.flatMap((cycle) => {
    const isInside = ({ source, target }: DocumentEdge) => cycle.has(source) && cycle.has(target);
    const closing = Object.values(document.edges).filter(isInside).at(-1);
    if (closing === undefined) return [];
    const path = shortestPath(graph, { from: closing.target, to: closing.source }, cycle);
    return report(
      'topology/cycle',
      { layers: path.map((id) => layerName(graph, id)) },
      {
        place: { kind: 'edge', edge: closing.id, node: closing.target },
        related: path.map(atNode),
        fixes: [removeEdges([closing.id])],
      },
    );
  });
}

/** Nothing is wrong with a design that has not been begun. Without any input layer one report is enough: that every first layer lacks an input follows from it. */
function checkInputLayer(context: AnalysisContext): readonly Diagnostic[] {
  if (context.network.sources.length > 0) return [];
  if (context.graph.size === 0) {
    return [report('design/empty', {}, { place: { kind: 'document' }, fixes: addInput(context, undefined) })];
  }
  const heads = [...context.graph.values()].filter(({ incoming }) => incoming.length === 0);
  const where = { related: heads.map(({ id }) => atNode(id)), fixes: addInput(context, heads[0]) };
  return [report('topology/no-input-layer', {}, { place: { kind: 'document' }, ...where })];
}

/** Too few or too many inputs. What a cycle brings in is left out: the cycle's own report speaks about that edge. */
function checkInputs(context: AnalysisContext, node: GraphNode): readonly Diagnostic[] {
  if (node.definition === null || context.cyclic.has(node.id)) return [];
  const { inputs } = node.definition;
  const got = node.incoming.length;
  switch (inputs.arity) {
    case 'none':
      return checkExtraInputs(node, 0);
    case 'one':
      return got === 0 ? checkMissingInput(context, node) : checkExtraInputs(node, 1);
    case 'many':
      if (inputs.max !== undefined && got > inputs.max) return checkExtraInputs(node, inputs.max);
      if (got >= inputs.min || context.network.sources.length === 0) return [];
      return [
        report(
          'topology/too-few-inputs',
          { got, least: inputs.min },
          { place: atNode(node.id), fixes: [got === 0 ? removeIsland(context, node.id) : removeLayers([node.id])] },
        ),
      ];
  }
}

function checkMissingInput(context: AnalysisContext, node: GraphNode): readonly Diagnostic[] {
  if (context.network.sources.length === 0) return [];
  const fixes = [...connectToEnd(context, node), removeIsland(context, node.id)];
  return [report('topology/missing-input', {}, { place: atNode(node.id), fixes })];
}

function checkExtraInputs(node: GraphNode, most: number): readonly Diagnostic[] {
  const extra = node.incoming.slice(most);
  const [first] = extra;
  if (first === undefined) return [];
  return [
    report(
      'topology/extra-input',
      { got: node.incoming.length, most },
      {
        place: { kind: 'edge', edge: first.id, node: node.id },
        related: node.incoming.map((edge) => atNode(edge.source)),
        fixes: [removeEdges(extra.map(({ id }) => id))],
      },
    ),
  ];
}

/** One hint for all layers that no input leads to, without those whose own report already says why. */
function checkReach({ graph, cyclic, network }: AnalysisContext): readonly Diagnostic[] {
  if (network.sources.length === 0) return [];
  const lost = [...graph.values()].filter(
    ({ id, incoming }) => !network.reachable.has(id) && incoming.length > 0 && !cyclic.has(id),
  );
  const [first] = lost;
  if (first === undefined) return [];
  const related = lost.slice(1).map(({ id }) => atNode(id));
  const fixes = [removeLayers(lost.map(({ id }) => id))];
  return [report('topology/unreachable', {}, { place: atNode(first.id), related, fixes })];
}

function checkSeveralInputs(context: AnalysisContext): readonly Diagnostic[] {
  const { network, task } = context;
  // A data set gives one input; a design without one may take as many as it likes.
  if (task === null) return [];
  const used = network.output === null ? [] : network.sources.filter((id) => network.members.has(id));
  const [, second] = used;
  if (second === undefined) return [];
  const where = { place: atNode(second), related: used.map(atNode), fixes: joinInputs(context, used) };
  return [report('topology/several-inputs', { count: used.length }, where)];
}

function checkEnds(context: AnalysisContext): readonly Diagnostic[] {
  const { graph, network } = context;
  const { output, ends } = network;
  const [first] = ends;
  if (first === undefined) return [];
  if (output === null) {
    const layers = ends.map((id) => layerName(graph, id));
    const fixes = [...ends.slice(0, MOST_CHOICES).map((id) => keepOutput(context, id)), makeAllOutputs(context)];
    return [report('topology/several-outputs', { layers }, { place: atNode(first), related: ends.map(atNode), fixes })];
  }
  const unused = ends.filter((id) => !network.outputs.includes(id));
  // An input beside a network is forgotten; one that is all there is has only been begun with.
  const idle = network.sources.filter((id) => !network.members.has(id) && graph.get(id)?.outgoing.length === 0);
  return [
    ...unused.map((id) => unusedOutput(context, id, [removeBranch(context, id), addOutput(context, id)])),
    ...idle.filter((id) => !ends.includes(id)).map((id) => unusedOutput(context, id, [removeLayers([id])])),
  ];
}

function unusedOutput({ network }: AnalysisContext, end: NodeId, fixes: readonly Fix[]): Diagnostic {
  const related = network.output === null ? [] : [atNode(network.output)];
  return report('topology/unused-output', {}, { place: atNode(end), related, fixes });
}
