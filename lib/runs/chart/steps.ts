import type { KeptRun } from '@/lib/runs/run-record';

/** Of a run as it was: the last batch of an epoch may be smaller. */
export function batchesPerEpoch({ record, document }: Pick<KeptRun, 'record' | 'document'>): number {
  return Math.max(1, Math.ceil(record.data.training / document.training.batchSize));
}
