import type { Dataset } from '@/lib/datasets/dataset';
import { mnist } from '@/lib/datasets/mnist';

/** In the order in which they are offered. */
export const DATASETS: readonly Dataset[] = [mnist];

export function datasetById(id: string): Dataset | undefined {
  return DATASETS.find((dataset) => dataset.id === id);
}
