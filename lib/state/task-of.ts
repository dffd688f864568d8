import type { AnalysisTask } from '@/lib/analysis/analysis';
import { datasetTask } from '@/lib/datasets/dataset-task';
import type { Document } from '@/lib/document/document';

/** What the design is checked against besides itself; null for a data set this version does not know. */
export function taskOf({ training }: Document): AnalysisTask | null {
  return datasetTask(training.dataset);
}
