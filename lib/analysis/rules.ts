import type { NodeId } from '@/lib/core/ids';
import {
  headsOf,
  lossFits,
  targetKind,
  targetNamesFor,
  targetShape,
  usualLoss,
  type Head,
  type TaskTargets,
} from '@/lib/core/heads';
import { sameShape, type Shape } from '@/lib/core/tensor-type';
import type { AnalysisTask } from '@/lib/analysis/analysis';
import type { AnalysisContext } from '@/lib/analysis/context';
import type { Diagnostic, Fix } from '@/lib/analysis/diagnostic';
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
  const shapes = context.network.outputs.map((node) => ({ node, shape: layers.get(node)?.site.output.shape }));
  const known = shapes.flatMap(({ node, shape }) => (shape === undefined ? [] : [{ node, shape }]));
  if (known.length < shapes.length || context.network.output === null) return [];
  const data = targetsOf(task);
  const heads = headsOf(known, context.document.training, data);
  return known.flatMap(({ node, shape }, index) => {
    const head = heads[index];
    if (head === undefined) return [];
    const isOnlyOne = heads.filter(({ target }) => target === head.target).length === 1;
    return checkHead(context, { task, layers, data, head, isOnlyOne, shape, node });
  });
}

/** One target of classes where the task says nothing else. */
function targetsOf({ inputShape, classes, targets }: AnalysisTask): TaskTargets {
  return { inputShape, targets: targets ?? [{ name: 'class', kind: 'classes', width: classes }] };
}

interface HeadCheck {
  readonly task: AnalysisTask;
  readonly layers: Layers;
  readonly data: TaskTargets;
  readonly head: Head;
  /** No other output learns the same. */
  readonly isOnlyOne: boolean;
  /** The output's. */
  readonly shape: Shape;
  readonly node: NodeId;
}

function checkHead(context: AnalysisContext, check: HeadCheck): readonly Diagnostic[] {
  const { data, head, shape, node, task } = check;
  const wanted = targetShape(data, head.target);
  if (wanted === null) return [reportTarget(context, check)];
  if (sameShape(wanted, shape)) {
    if (!lossFits(data, head.target, head.loss)) return [reportLoss(context, check)];
    if (targetKind(data, head.target) !== 'classes') return [];
    return [...checkMixing(context, check), ...checkProbabilities(context, head)];
  }
  const isSet = context.document.training.heads[node] !== undefined;
  if (!isSet && context.network.outputs.length > 1 && !check.isOnlyOne)
    return [reportSeveral(context, node, task.dataset)];
  return [reportShape(context, check, wanted)];
}

/** Nothing in the data fits this output. */
function reportSeveral(context: AnalysisContext, node: NodeId, dataset: string): Diagnostic {
  const { outputs } = context.network;
  const fixes = outputs.slice(0, MOST_CHOICES).map((id) => keepNamed(context, id));
  const values = { count: outputs.length, dataset };
  return report('task/several-outputs', values, { place: atNode(node), related: outputs.map(atNode), fixes });
}

function reportShape(context: AnalysisContext, check: HeadCheck, wanted: Shape): Diagnostic {
  const { layers, node, shape, task, head } = check;
  const { dataset } = task;
  const [expected] = wanted;
  if (wanted.length !== 1 || expected === undefined) {
    const fixes = chooseTargets(context, check);
    return report(
      'task/output-shape',
      { expected: wanted, got: shape, target: head.target },
      { place: atNode(node), fixes },
    );
  }
  const [got] = shape;
  if (shape.length === 1 && got !== undefined) {
    return reportUnits(context, layers, { output: node, values: { expected, got, dataset } });
  }
  const fixes = [
    ...endWithClasses(context, layers, { output: node, classes: expected }),
    ...chooseTargets(context, check),
  ];
  return report('task/output-not-vector', { got: shape, dataset }, { place: atNode(node), fixes });
}

/** The data has no target of the name that the settings give. */
function reportTarget(context: AnalysisContext, check: HeadCheck): Diagnostic {
  const { head, node, task } = check;
  const fixes = chooseTargets(context, check);
  return report('task/unknown-target', { target: head.target, dataset: task.dataset }, { place: atNode(node), fixes });
}

/** Every target that the output could learn. */
function chooseTargets({ document, network }: AnalysisContext, { data, head, shape, node }: HeadCheck): readonly Fix[] {
  const { heads } = document.training;
  return targetNamesFor(data, shape)
    .slice(0, MOST_CHOICES)
    .map((target): Fix => {
      const settings = { target, loss: usualLoss(data, target), weight: head.weight };
      const alone = network.outputs.length === 1 ? { loss: settings.loss } : {};
      const command = { kind: 'set-training', settings: { heads: { ...heads, [node]: settings }, ...alone } } as const;
      return { label: { kind: 'set-target', target }, command };
    });
}

/** The lead of the one right class is no mean of leads: a mixed sample has two of them. */
function checkMixing(context: AnalysisContext, check: HeadCheck): readonly Diagnostic[] {
  const { augmentation } = context.document.training;
  if (check.head.loss !== 'hinge' || !augmentation.isOn || augmentation.mixup === 0) return [];
  const settings = { augmentation: { ...augmentation, mixup: 0 } };
  const withoutMixup: Fix = { label: { kind: 'leave-out-mixup' }, command: { kind: 'set-training', settings } };
  const fixes = [chooseUsualLoss(context, check), withoutMixup];
  return [report('task/hinge-with-mixup', {}, { place: atNode(check.node), fixes })];
}

function reportLoss(context: AnalysisContext, check: HeadCheck): Diagnostic {
  const { data, head, node } = check;
  const areLabels = targetKind(data, head.target) === 'labels';
  const fixes = [chooseUsualLoss(context, check)];
  return report('task/loss-target', { areLabels, target: head.target }, { place: atNode(node), fixes });
}

function chooseUsualLoss({ document, network }: AnalysisContext, { data, head, node }: HeadCheck): Fix {
  const loss = usualLoss(data, head.target);
  const { node: _, ...own } = head;
  const { heads } = document.training;
  const settings = network.outputs.length === 1 ? { loss } : { heads: { ...heads, [node]: { ...own, loss } } };
  return { label: { kind: 'set-loss', loss }, command: { kind: 'set-training', settings } };
}

function reportUnits(
  context: AnalysisContext,
  layers: Layers,
  {
    output,
    values,
  }: {
    readonly output: NodeId;
    readonly values: { readonly expected: number; readonly got: number; readonly dataset: string };
  },
): Diagnostic {
  const found = findWidthLayer(context, layers, output);
  if (found === null) {
    const fixes = endWithClasses(context, layers, { output, classes: values.expected });
    return report('task/output-units', values, { place: atNode(output), fixes });
  }
  return report('task/output-units', values, {
    place: { kind: 'param', node: found.node.id, param: found.param },
    related: output === found.node.id ? [] : [atNode(output)],
    fixes: [setWidth(found, values.expected)],
  });
}

/** Only categorical cross-entropy wants probabilities that add up to 1. */
function checkProbabilities({ graph }: AnalysisContext, { loss, node }: Head): readonly Diagnostic[] {
  if (loss !== 'categorical-cross-entropy' && loss !== 'sparse-categorical-cross-entropy') return [];
  if (graph.get(node)?.definition?.role === 'probabilities') return [];
  return [report('task/no-softmax', {}, { place: atNode(node), fixes: endWithProbabilities(node) })];
}
