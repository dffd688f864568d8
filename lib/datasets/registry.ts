import type { Dataset, Statistics } from '@/lib/datasets/dataset';
import { mnist } from '@/lib/datasets/mnist';
import { scenes } from '@/lib/datasets/scenes/scenes';

/** Those that come with the product, in the order in which they are offered. */
export const DATASETS: readonly Dataset[] = [mnist, scenes];

/** All there are: those above, then the user's own. The same array until they change. */
let all = DATASETS;
const listeners = new Set<() => void>();

export function allDatasets(): readonly Dataset[] {
  return all;
}

/** The user's own among them, to tell a worker. */
export function addedDatasets(): readonly Dataset[] {
  return all.slice(DATASETS.length);
}

export function datasetById(id: string): Dataset | undefined {
  return all.find((dataset) => dataset.id === id);
}

/** What is known of its values; null where they have to be measured. */
export function statisticsOf(id: string): Statistics | null {
  return datasetById(id)?.statistics ?? null;
}

/** Puts the user's own data sets in place of those known before; a worker that needs them has to be told of its own. */
export function setAddedDatasets(added: readonly Dataset[]): void {
  all = [...DATASETS, ...added];
  for (const listener of listeners) listener();
}

/** Calls back after every change; call the result to end that. */
export function onDatasetsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
