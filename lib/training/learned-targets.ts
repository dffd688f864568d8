import type { Dataset, Target } from '@/lib/datasets/dataset';
import type { TrainingSettings } from '@/lib/document/training-settings';

/** The targets that a design with these settings learns: those its outputs name, or else the first. */
export function learnedTargets({ targets }: Dataset, { heads }: TrainingSettings): readonly Target[] {
  const named = new Set(Object.values(heads).map(({ target }) => target));
  return named.size === 0 ? targets.slice(0, 1) : targets.filter(({ name }) => named.has(name));
}
