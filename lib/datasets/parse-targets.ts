import { targetWidth, type Target } from '@/lib/datasets/dataset';
import { targetCount, type TargetColumn } from '@/lib/datasets/target-column';

/** Targets as storage gave them: null unless they are just those of this data set, for so many samples. */
export function parseTargets(
  stored: unknown,
  { targets, count }: { readonly targets: readonly Target[]; readonly count: number },
): readonly TargetColumn[] | null {
  if (!Array.isArray(stored) || stored.length !== targets.length) return null;
  const columns = targets.map((target, at) => parseColumn(stored[at], target));
  const whole = columns.filter((column) => column !== null);
  return whole.length === columns.length && whole.every((column) => targetCount(column) === count) ? whole : null;
}

function parseColumn(stored: unknown, target: Target): TargetColumn | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { kind, classes, values } = stored as Readonly<Record<string, unknown>>;
  const width = targetWidth(target);
  if (kind !== target.kind) return null;
  if (target.kind === 'classes') {
    const isRight = classes instanceof Uint16Array && classes.every((label) => label < width);
    return isRight ? { kind: 'classes', width, classes } : null;
  }
  return values instanceof Float32Array ? { kind: target.kind, width, values } : null;
}
