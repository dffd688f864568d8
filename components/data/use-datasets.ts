import { useSyncExternalStore } from 'react';
import type { Dataset } from '@/lib/datasets/dataset';
import { allDatasets, onDatasetsChanged } from '@/lib/datasets/registry';

/** Every data set that can be chosen, those of the user's own included; kept up to date. */
export function useDatasets(): readonly Dataset[] {
  return useSyncExternalStore(onDatasetsChanged, allDatasets, allDatasets);
}
