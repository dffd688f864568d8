import { useMemo } from 'react';
import { keptEpochs, stateOf, type KeptState } from '@/components/inspect/compare/kept-states';
import { useInspect } from '@/components/inspect/use-inspect';
import { useRuns } from '@/components/training/runs-session';
import { useRun } from '@/components/training/use-run';
import type { WeightsChoice } from '@/lib/state/inspect-state';

export interface CheckpointStop {
  /** `start`: before any training; null: the weights at hand, or nothing is known of them. */
  readonly state: KeptState | 'start' | null;
  readonly choice: WeightsChoice;
}

const START: CheckpointStop = { state: 'start', choice: { kind: 'start' } };

/**
 * The kept epochs of the run that is looked at, the oldest first, and at the end what it came to; `at`: the chosen one.
 * Before those of the run on the page are the start values, from where it is known which run one came from.
 */
export function useCheckpointStops(): { readonly stops: readonly CheckpointStop[]; readonly at: number } {
  const choice = useInspect((state) => state.choice);
  const shown = useInspect(({ subject }) => subject?.run ?? null);
  const onPage = useRun((state) => state.run);
  const run = choice.kind === 'kept' ? choice.run : choice.kind === 'start' ? onPage : shown;
  // What was kept of a deleted run cannot be gone back to, unless it is brought back.
  const isListed = useRuns(({ records, isReady }) => !isReady || records.some(({ id }) => id === run));
  const heads = useRuns(({ checkpoints }) => (run === null || !isListed ? undefined : checkpoints.get(run)));
  // Of the run that goes on, known before the storage was looked at again.
  const going = useRun((state) => (state.run === run && isListed ? (state.checkpoint?.kept ?? null) : null));
  const isOnPage = onPage === run;
  return useMemo(() => {
    if (run === null) return { stops: [], at: 0 };
    const end: CheckpointStop = isOnPage
      ? { state: null, choice: { kind: 'current' } }
      : { state: heads === undefined ? null : stateOf(heads, 'last'), choice: { kind: 'kept', run, at: 'last' } };
    const between = keptEpochs(heads, going ?? []).map((state): CheckpointStop => ({
      state,
      choice: { kind: 'kept', run, at: state.at },
    }));
    const stops = [...(isOnPage ? [START] : []), ...between, end];
    const at = stops.findIndex((stop) => isSame(stop.choice, choice));
    return { stops, at: at < 0 ? stops.length - 1 : at };
  }, [run, heads, going, isOnPage, choice]);
}

function isSame(a: WeightsChoice, b: WeightsChoice): boolean {
  return a.kind === 'kept' && b.kind === 'kept' ? a.run === b.run && a.at === b.at : a.kind === b.kind;
}
