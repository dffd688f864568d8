import type { NodeId } from '@/lib/core/ids';
import { INPUT_TARGET, type HeadSettings, type LossName } from '@/lib/core/learning';
import { sameShape, type Shape } from '@/lib/core/tensor-type';
import { targetWidth, type Dataset, type Target } from '@/lib/datasets/dataset';

/** What data to learn from says of heads. */
export type Targets = Pick<Dataset, 'inputShape' | 'targets'>;

export interface OutputShape {
  readonly node: NodeId;
  readonly shape: Shape;
}

/** What one output of a network is trained on. */
export interface Head extends HeadSettings {
  readonly node: NodeId;
}

export interface HeadsOf {
  readonly loss: LossName;
  readonly heads: Readonly<Record<NodeId, HeadSettings>>;
}

/** The shape that an output must have for a target of this name; null where the data has no such target. */
export function targetShape({ inputShape, targets }: Targets, name: string): Shape | null {
  const target = targets.find((each) => each.name === name);
  if (target !== undefined) return [targetWidth(target)];
  return name === INPUT_TARGET ? inputShape : null;
}

/** What a target of this name says of a sample: the input's are values. */
export function targetKind({ targets }: Targets, name: string): Target['kind'] {
  return targets.find((target) => target.name === name)?.kind ?? 'values';
}

/** Of the data's targets and the input itself, those that an output can be trained on, the data's own first. */
export function targetNamesFor(data: Targets, shape: Shape): readonly string[] {
  const names = [...data.targets.map(({ name }) => name), INPUT_TARGET];
  return names.filter((name, index) => {
    const wanted = targetShape(data, name);
    return names.indexOf(name) === index && wanted !== null && sameShape(wanted, shape);
  });
}

const USUAL_LOSS: Readonly<Record<Target['kind'], LossName>> = {
  classes: 'categorical-cross-entropy',
  labels: 'binary-cross-entropy',
  values: 'mean-squared-error',
};

/**
 * What each output learns: as set, or else, in order, the first fitting target that no output before has, so that outputs
 * of equal shapes take the targets one after another. A single output learns with the design's own loss.
 */
export function headsOf(outputs: readonly OutputShape[], settings: HeadsOf, data: Targets): readonly Head[] {
  const taken = new Set(outputs.flatMap(({ node }) => settings.heads[node]?.target ?? []));
  return outputs.map(({ node, shape }) => {
    const set = settings.heads[node];
    const target = set?.target ?? standardTarget(data, shape, taken);
    taken.add(target);
    const usual = USUAL_LOSS[targetKind(data, target)];
    const loss = outputs.length === 1 ? settings.loss : (set?.loss ?? usual);
    return { node, target, loss, weight: outputs.length === 1 ? 1 : (set?.weight ?? 1) };
  });
}

function standardTarget(data: Targets, shape: Shape, taken: ReadonlySet<string>): string {
  const fitting = targetNamesFor(data, shape);
  return fitting.find((name) => !taken.has(name)) ?? fitting[0] ?? data.targets[0].name;
}
