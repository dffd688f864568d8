import type { NodeId } from '@/lib/core/ids';
import { targetNames, targetWidth } from '@/lib/datasets/dataset';
import type { InspectSubject } from '@/lib/state/inspect-state';
import { learnedHeads } from '@/lib/training/learned-kind';

/** What the numbers of an output stand for (its classes, labels or values), as far as that is known; else nothing. */
export function unitNames({ plan, dataset, document }: InspectSubject, layer: NodeId): readonly string[] {
  const output = plan.outputs.find((name) => name === layer) ?? scoredBy(plan, layer);
  if (output === undefined) return [];
  const [width] = plan.layers.find(({ name }) => name === layer)?.outputShape ?? [];
  const head = learnedHeads(plan, { settings: document.training, dataset })[plan.outputs.indexOf(output)];
  const target = dataset.targets.find(({ name }) => name === head?.target);
  return target !== undefined && targetWidth(target) === width ? targetNames(target) : [];
}

/** The output that makes probabilities of what this layer gives. */
function scoredBy({ layers, outputs, endsInSoftmax }: InspectSubject['plan'], layer: NodeId): NodeId | undefined {
  const [first] = outputs;
  const output = layers.find(({ name }) => name === first);
  return endsInSoftmax && output?.inputs.includes(layer) === true ? first : undefined;
}
