import type { Shape } from '@/lib/core/tensor-type';
import type { TaskTarget } from '@/lib/core/heads';
import { taskTargets } from '@/lib/datasets/heads';
import { targetWidth } from '@/lib/datasets/dataset';
import { datasetById } from '@/lib/datasets/registry';

/** What a network for a data set must take and give. `dataset` is its title, as messages name it. */
export interface DatasetTask {
  readonly dataset: string;
  readonly inputShape: Shape;
  readonly classes: number;
  /** All that can be learned; the first has `classes` values. */
  readonly targets: readonly TaskTarget[];
}

/** Null for a data set that is not known here: there is nothing to check against. */
export function datasetTask(id: string): DatasetTask | null {
  const dataset = datasetById(id);
  if (dataset === undefined) return null;
  return { dataset: dataset.title, classes: targetWidth(dataset.targets[0]), ...taskTargets(dataset) };
}
