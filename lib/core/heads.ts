import type { NodeId } from '@/lib/core/ids';
import { INPUT_TARGET, type HeadSettings, type LossName } from '@/lib/core/learning';
import { sameShape, type Shape } from '@/lib/core/tensor-type';

/** Something to learn of a sample: one of several classes, labels that hold or not, or numbers. */
export interface TaskTarget {
  readonly name: string;
  readonly kind: TaskTargetKind;
  /** How many numbers the network gives for it. */
  readonly width: number;
}
export type TaskTargetKind = 'classes' | 'labels' | 'values';

/** What data has to learn from. */
export interface TaskTargets {
  readonly inputShape: Shape;
  readonly targets: readonly TaskTarget[];
}

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
export function targetShape({ inputShape, targets }: TaskTargets, name: string): Shape | null {
  const target = targets.find((each) => each.name === name);
  if (target !== undefined) return [target.width];
  return name === INPUT_TARGET ? inputShape : null;
}

/** What a target of this name says of a sample: the input's are values. */
export function targetKind({ targets }: TaskTargets, name: string): TaskTargetKind {
  return targets.find((target) => target.name === name)?.kind ?? 'values';
}

/** Of the data's targets and the input itself, those that an output can be trained on, the data's own first. */
export function targetNamesFor(data: TaskTargets, shape: Shape): readonly string[] {
  const names = [...new Set([...data.targets.map(({ name }) => name), INPUT_TARGET])];
  return names.filter((name) => sameShape(targetShape(data, name) ?? [], shape));
}

const USUAL_LOSS: Readonly<Record<TaskTargetKind, LossName>> = {
  classes: 'categorical-cross-entropy',
  labels: 'binary-cross-entropy',
  values: 'mean-squared-error',
};

export function usualLoss(data: TaskTargets, target: string): LossName {
  return USUAL_LOSS[targetKind(data, target)];
}

const CLASS_LOSSES: ReadonlySet<LossName> = new Set(['categorical-cross-entropy', 'sparse-categorical-cross-entropy']);
const VALUE_LOSSES: ReadonlySet<LossName> = new Set(['mean-squared-error', 'mean-absolute-error', 'huber']);

/**
 * Whether a loss means something for a target: cross-entropy over classes needs classes, and only distances are meant for
 * numbers of any size. The input, whose pixels lie between 0 and 1, may be compared by binary cross-entropy as well.
 */
export function lossFits(data: TaskTargets, target: string, loss: LossName): boolean {
  const kind = targetKind(data, target);
  if (kind === 'classes') return true;
  if (kind === 'labels') return !CLASS_LOSSES.has(loss);
  return VALUE_LOSSES.has(loss) || (target === INPUT_TARGET && loss === 'binary-cross-entropy');
}

/**
 * What each output learns: as set, or else, in order, the first fitting target that no output before has, so that outputs
 * of equal shapes take the targets one after another. A single output learns with the design's own loss, the first fitting
 * target that the loss is meant for.
 */
export function headsOf(outputs: readonly OutputShape[], settings: HeadsOf, data: TaskTargets): readonly Head[] {
  const taken = new Set(outputs.flatMap(({ node }) => settings.heads[node]?.target ?? []));
  const isAlone = outputs.length === 1;
  return outputs.map(({ node, shape }) => {
    const set = settings.heads[node];
    const target =
      set?.target ??
      (isAlone
        ? onlyTarget(data, shape, settings.loss)
        : (nextTarget(data, shape, taken) ?? leftTarget(data, outputs, taken)));
    taken.add(target);
    const loss = isAlone ? settings.loss : (set?.loss ?? usualLoss(data, target));
    return { node, target, loss, weight: isAlone ? 1 : (set?.weight ?? 1) };
  });
}

/** The loss decides whether a network that ends in a picture is an autoencoder or lacks its end. */
function onlyTarget(data: TaskTargets, shape: Shape, loss: LossName): string {
  return targetNamesFor(data, shape).find((name) => lossFits(data, name, loss)) ?? firstTarget(data);
}

function nextTarget(data: TaskTargets, shape: Shape, taken: ReadonlySet<string>): string | null {
  const fitting = targetNamesFor(data, shape);
  return fitting.find((name) => !taken.has(name)) ?? fitting[0] ?? null;
}

/** For an output that fits nothing: what no other output learns is what it was meant for. */
function leftTarget(data: TaskTargets, outputs: readonly OutputShape[], taken: ReadonlySet<string>): string {
  const fits = (name: string): boolean => outputs.some(({ shape }) => sameShape(targetShape(data, name) ?? [], shape));
  return data.targets.find(({ name }) => !taken.has(name) && !fits(name))?.name ?? firstTarget(data);
}

function firstTarget({ targets }: TaskTargets): string {
  return targets[0]?.name ?? INPUT_TARGET;
}
