import { useRun } from '@/components/training/use-run';
import { canLoad, isActive } from '@/lib/state/run-state';

/**
 * Whether there is a network that answers: a trained one, the one in training between two batches, or one whose kept
 * weights the worker is given when it is first asked.
 */
export function useCanAsk(): boolean {
  return useRun((run) => run.hasModel || canLoad(run) || (isActive(run.phase) && run.series.length > 0));
}
