import { useMemo, useSyncExternalStore } from 'react';
import { useLocale } from '@/components/ui/use-messages';
import type { Dataset } from '@/lib/datasets/dataset';
import { allDatasets, onDatasetsChanged } from '@/lib/datasets/registry';
import { localDataset } from '@/lib/state/local-dataset';

/** Every data set that can be chosen, those of the user's own included, by the names of the language; kept up to date. */
export function useDatasets(): readonly Dataset[] {
  const locale = useLocale();
  const all = useSyncExternalStore(onDatasetsChanged, allDatasets, allDatasets);
  return useMemo(() => all.map((dataset) => localDataset(dataset, locale)), [all, locale]);
}
