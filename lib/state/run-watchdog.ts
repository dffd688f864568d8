import type { StoreApi } from 'zustand/vanilla';
import { isActive, type RunState } from '@/lib/state/run-state';

/** A worker at work speaks several times a second; only a very large batch keeps it quiet for longer. */
export const SILENCE_MS = 15_000;

export interface Timer {
  /** Runs `task` once, later; call the result to prevent it. */
  after(ms: number, task: () => void): () => void;
}

export interface Watchdog {
  /** The worker has said something. */
  heard(): void;
  dispose(): void;
}

/**
 * Notes in the state when the worker has been silent for long in a phase in which it should speak. It ends nothing: a
 * huge batch looks the same as a stuck worker, and only the person can tell whether to go on waiting.
 */
export function createWatchdog(store: StoreApi<RunState>, timer: Timer): Watchdog {
  let cancel: (() => void) | null = null;

  function watch(): void {
    cancel?.();
    const { phase, asked } = store.getState();
    const expectsNews = asked !== null || (isActive(phase) && phase !== 'paused');
    cancel = expectsNews ? timer.after(SILENCE_MS, () => store.setState({ silent: true })) : null;
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.phase !== before.phase || state.asked !== before.asked) watch();
  });

  return {
    heard() {
      if (store.getState().silent) store.setState({ silent: false });
      watch();
    },
    dispose() {
      cancel?.();
      unsubscribe();
    },
  };
}
