import * as heads from '@/lib/core/heads';
import type { Shape } from '@/lib/core/tensor-type';
import { targetWidth, type Dataset, type Target } from '@/lib/datasets/dataset';

/** What data to learn from says of heads. */
export type Targets = Pick<Dataset, 'inputShape' | 'targets'>;

export function taskTargets({ inputShape, targets }: Targets): heads.TaskTargets {
  const plain = targets.map((target) => ({ name: target.name, kind: target.kind, width: targetWidth(target) }));
  return { inputShape, targets: plain };
}

/** The shape that an output must have for a target of this name; null where the data has no such target. */
export function targetShape(data: Targets, name: string): Shape | null {
  return heads.targetShape(taskTargets(data), name);
}

/** What a target of this name says of a sample: the input's are values. */
export function targetKind(data: Targets, name: string): Target['kind'] {
  return heads.targetKind(taskTargets(data), name);
}

/** What each output learns: as set, or else by its shape. */
export function headsOf(
  outputs: readonly heads.OutputShape[],
  settings: heads.HeadsOf,
  data: Targets,
): readonly heads.Head[] {
  return heads.headsOf(outputs, settings, taskTargets(data));
}
