import type { StoreApi } from 'zustand/vanilla';
import type { WorkerEvent } from '@/lib/training/protocol';
import { isActive, type RunState } from '@/lib/state/run-state';
import type { GrowingSeries } from '@/lib/state/run-series';

type Batches = Extract<WorkerEvent, { readonly kind: 'batches' }>;

/** Takes the worker's news into the state. News of a run that is over changes nothing. */
export function receiveEvent(store: StoreApi<RunState>, event: WorkerEvent): void {
  const state = store.getState();
  if (!isActive(state.phase)) return;
  switch (event.kind) {
    case 'data-progress':
      return store.setState({ download: { done: event.loaded, total: event.total } });
    case 'phase':
      return store.setState(enterPhase(state, event));
    case 'batches':
      return store.setState(takeBatches(state, event));
    case 'epoch': {
      // People count epochs from 1.
      const point = { ...event.metrics, epoch: event.metrics.epoch + 1, batches: state.series.length };
      return store.setState({ epochs: [...state.epochs, point], seriesVersion: state.seriesVersion + 1 });
    }
    case 'evaluate-progress':
      return store.setState({ evaluation: { done: event.done, total: event.total } });
    case 'context-lost':
      return;
  }
}

function enterPhase(state: RunState, event: Extract<WorkerEvent, { readonly kind: 'phase' }>): Partial<RunState> {
  // The reply to 'train' or 'evaluate' ends a run, not this event: it may come before its results.
  const phase = event.phase === 'idle' ? state.phase : event.phase;
  return {
    phase,
    asked: isAnswered(state.asked, phase) ? null : state.asked,
    download: phase === 'loading-data' ? state.download : null,
    backend: event.backend ?? state.backend,
  };
}

function isAnswered(asked: RunState['asked'], phase: RunState['phase']): boolean {
  return (asked === 'pause' && phase === 'paused') || (asked === 'resume' && phase !== 'paused');
}

function takeBatches(state: RunState, event: Batches): Partial<RunState> {
  // The store alone makes series, as GrowingSeries; readers see the read-only side.
  (state.series as GrowingSeries).append(event.first, event.losses, event.accuracies);
  return {
    seriesVersion: state.seriesVersion + 1,
    progress: {
      epoch: event.epoch + 1,
      share: event.progress,
      examplesPerSecond: event.examplesPerSecond,
      secondsLeft: Number.isFinite(event.secondsLeft) ? event.secondsLeft : null,
    },
  };
}
