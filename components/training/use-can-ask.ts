import { useRun } from '@/components/training/use-run';
import { isActive } from '@/lib/state/run-state';

/** Whether the worker holds a network that answers: a trained one, or the one in training between two batches. */
export function useCanAsk(): boolean {
  return useRun((run) => run.hasModel || (isActive(run.phase) && run.series.length > 0));
}
