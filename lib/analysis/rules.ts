import type { NodeId } from '@/lib/core/ids';
import { sameShape } from '@/lib/core/tensor-type';
import type { AnalysisTask } from '@/lib/analysis/analysis';
import type { AnalysisContext } from '@/lib/analysis/context';
import type { Diagnostic, Place } from '@/lib/analysis/diagnostic';
import { endWithClasses, endWithProbabilities, findWidthLayer, setWidth } from '@/lib/analysis/ending-fixes';
import { setParam } from '@/lib/analysis/problem-fixes';
import { atNode, report } from '@/lib/analysis/report';
import type { Slots } from '@/lib/analysis/slots';
import { keepNamed, MOST_CHOICES, removeLayers, shapeParamOf } from '@/lib/analysis/structure-fixes';
import type { Layers } from '@/lib/analysis/types';

/** What is wrong with a network as a classifier, and with one for the data set it is to be trained on. */
export function checkRules(context: AnalysisContext, layers: Layers): readonly Diagnostic[] {
  const { task } = context;
  return [
    ...checkMiddle(context),
    ...(task === null ? [] : [...checkInputShapes(context, task, layers), ...checkOutput(context, task, layers)]),
  ];
}

/** Follows from the layers' types and connections alone. */
const middles = new WeakMap<Slots, readonly Diagnostic[]>();

/** Probabilities in the middle starve what follows of signal; a second softmax behind the first flattens the first. */
function checkMiddle({ graph, network, slots }: AnalysisContext): readonly Diagnostic[] {
  const known = middles.get(slots);
  if (known !== undefined) return known;
  const found = [...graph.values()]
    .filter(({ id, definition, outgoing, incoming }) => {
      const isInside = incoming.length > 0 && outgoing.some(({ target }) => network.members.has(target));
      return definition?.role === 'probabilities' && network.members.has(id) && isInside;
    })
    .map(({ id }) => report('task/softmax-in-middle', {}, { place: atNode(id), fixes: [removeLayers([id])] }));
  middles.set(slots, found);
  return found;
}

function checkInputShapes(
  { graph, network }: AnalysisContext,
  task: AnalysisTask,
  layers: Layers,
): readonly Diagnostic[] {
  return network.sources.flatMap((id) => {
    const node = graph.get(id);
    const got = layers.get(id)?.site.output.shape;
    if (node === undefined || got === undefined || !network.members.has(id)) return [];
    if (sameShape(got, task.inputShape)) return [];
    const param = shapeParamOf(node.node.type);
    return report(
      'task/input-shape',
      { expected: task.inputShape, got, dataset: task.dataset },
      {
        place: param === null ? atNode(id) : { kind: 'param', node: id, param },
        fixes: param === null ? [] : [setParam(node, param, task.inputShape)],
      },
    );
  });
}

function checkOutput(context: AnalysisContext, task: AnalysisTask, layers: Layers): readonly Diagnostic[] {
  const { output } = context.network;
  const got = output === null ? undefined : layers.get(output)?.site.output.shape;
  if (output === null || got === undefined) return [];
  const { classes: expected, dataset } = task;
  if (context.network.outputs.length > 1) return [reportSeveral(context, dataset)];
  const [units] = got;
  if (got.length !== 1 || units === undefined) {
    const fixes = endWithClasses(context, layers, expected);
    return [report('task/output-not-vector', { got, dataset }, { place: atNode(output), fixes })];
  }
  return units === expected
    ? checkProbabilities(context, output)
    : [reportUnits(context, layers, { expected, got: units, dataset })];
}

/** The labels of a data set are one class per sample: nothing to train a second output on. */
function reportSeveral(context: AnalysisContext, dataset: string): Diagnostic {
  const { outputs } = context.network;
  const fixes = outputs.slice(0, MOST_CHOICES).map((id) => keepNamed(context, id));
  const place: Place = outputs[1] === undefined ? { kind: 'document' } : atNode(outputs[1]);
  const values = { count: outputs.length, dataset };
  return report('task/several-outputs', values, { place, related: outputs.map(atNode), fixes });
}

function reportUnits(
  context: AnalysisContext,
  layers: Layers,
  values: { readonly expected: number; readonly got: number; readonly dataset: string },
): Diagnostic {
  const { output } = context.network;
  const found = findWidthLayer(context, layers);
  if (found === null) {
    const fixes = endWithClasses(context, layers, values.expected);
    return report('task/output-units', values, {
      place: output === null ? { kind: 'document' } : atNode(output),
      fixes,
    });
  }
  return report('task/output-units', values, {
    place: { kind: 'param', node: found.node.id, param: found.param },
    related: output === null || output === found.node.id ? [] : [atNode(output)],
    fixes: [setWidth(found, values.expected)],
  });
}

/** Only categorical cross-entropy wants probabilities that add up to 1. */
function checkProbabilities({ document, graph }: AnalysisContext, output: NodeId): readonly Diagnostic[] {
  if (document.training.loss !== 'categorical-cross-entropy') return [];
  if (graph.get(output)?.definition?.role === 'probabilities') return [];
  return [report('task/no-softmax', {}, { place: atNode(output), fixes: endWithProbabilities(output) })];
}
