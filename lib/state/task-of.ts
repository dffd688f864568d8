import type { AnalysisTask } from '@/lib/analysis/analysis';
import { datasetById } from '@/lib/datasets/registry';
import type { Document } from '@/lib/document/document';

/** What the design is checked against besides itself; null for a data set this version does not know. */
export function taskOf({ training }: Document): AnalysisTask | null {
  const dataset = datasetById(training.dataset);
  if (dataset === undefined) return null;
  return { dataset: dataset.title, inputShape: dataset.inputShape, classes: dataset.classes.length };
}
