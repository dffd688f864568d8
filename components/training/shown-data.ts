import { useDatasets } from '@/components/data/use-datasets';
import { useWorkspace } from '@/components/state/use-workspace';
import { useRun } from '@/components/training/use-run';
import type { Dataset } from '@/lib/datasets/dataset';

/** The data set that samples and drawings are of: that of the run, or what the design would be trained on. */
export function useShownDataset(): Dataset | null {
  const ofRun = useRun((run) => run.subject?.dataset ?? null);
  const id = useWorkspace(({ document }) => document.training.dataset);
  const datasets = useDatasets();
  return ofRun ?? datasets.find((dataset) => dataset.id === id) ?? null;
}

export function hasDigits(dataset: Dataset | null): boolean {
  return dataset?.targets[0].name === 'digit';
}

/** What is drawn is a square of grey pixels. */
export function canDraw(dataset: Dataset | null): boolean {
  const [height, width, channels] = dataset?.inputShape ?? [];
  return dataset?.element === 'uint8' && height !== undefined && height === width && channels === 1;
}
