import type { StoreApi } from 'zustand/vanilla';
import type { Result } from '@/lib/core/result';
import type { TrainingClient } from '@/lib/training/client';
import type { CallName, Failure, ReplyOf, RequestOf, WorkerEvent } from '@/lib/training/protocol';
import { receiveEvent } from '@/lib/state/run-events';
import { afterLoss } from '@/lib/state/run-recovery';
import type { RunState } from '@/lib/state/run-state';
import { createWatchdog, type Timer } from '@/lib/state/run-watchdog';

export interface RunLinkDeps {
  /** Starts talking to the worker; called once, with the first need. */
  readonly connect: (onEvent: (event: WorkerEvent) => void) => TrainingClient;
  readonly timer: Timer;
}

/** The way to the worker: drops answers to what was asked before a restart, and turns failures into the run's end. */
export interface RunLink {
  call<C extends CallName>(name: C, request: RequestOf<C>): Promise<Result<ReplyOf<C>, Failure>>;
  /** null when the worker was restarted meanwhile. */
  ask<C extends CallName>(name: C, request: RequestOf<C>): Promise<Result<ReplyOf<C>, Failure> | null>;
  /** As `ask`; a failure is shown, ends the run, and is null too. */
  need<C extends CallName>(name: C, request: RequestOf<C>): Promise<ReplyOf<C> | null>;
  /** Counts runs and restarts: what an earlier one still does is of no more interest. */
  generation(): number;
  nextGeneration(): number;
  /** Ends the worker at once. */
  end(): void;
  dispose(): void;
}

export function createRunLink(store: StoreApi<RunState>, deps: RunLinkDeps): RunLink {
  const watchdog = createWatchdog(store, deps.timer);
  let connected: TrainingClient | null = null;
  let generation = 0;

  function client(): TrainingClient {
    connected ??= deps.connect((event) => {
      watchdog.heard();
      receiveEvent(store, event);
      if (event.kind === 'context-lost') lose({ code: 'training/context-lost', node: null, detail: event.backend });
    });
    return connected;
  }

  function end(): void {
    generation++;
    connected?.restart();
  }

  function lose(failure: Failure): void {
    const change = afterLoss(store.getState(), failure);
    if (change === null) settle(store, { hasModel: false, problem: { kind: 'failure', failure } });
    else store.setState(change);
    end();
  }

  async function call<C extends CallName>(name: C, request: RequestOf<C>): Promise<Result<ReplyOf<C>, Failure>> {
    const asked = generation;
    const result = await client().call(name, request);
    if (result.ok || asked !== generation) return result;
    if (endsWorker(result.error)) lose(result.error);
    // The worker that held it died when nothing was asked of it.
    if (result.error.code === 'training/no-model') store.setState({ hasModel: false });
    return result;
  }

  async function ask<C extends CallName>(name: C, request: RequestOf<C>): Promise<Result<ReplyOf<C>, Failure> | null> {
    const asked = generation;
    const result = await call(name, request);
    return asked === generation ? result : null;
  }

  return {
    call,
    ask,
    async need(name, request) {
      const result = await ask(name, request);
      if (result === null) return null;
      if (result.ok) return result.value;
      settle(store, { problem: { kind: 'failure', failure: result.error } });
      return null;
    },
    generation: () => generation,
    nextGeneration: () => ++generation,
    end,
    dispose() {
      generation++;
      watchdog.dispose();
      connected?.dispose();
    },
  };
}

/** Nothing is going on any more. */
export function settle(store: StoreApi<RunState>, change: Partial<RunState>): void {
  store.setState({ phase: 'idle', asked: null, download: null, evaluation: null, silent: false, ...change });
}

/** After these the worker's state cannot be trusted, or is gone. */
function endsWorker(failure: Failure): boolean {
  return (
    failure.code === 'training/worker-died' ||
    failure.code === 'training/context-lost' ||
    failure.code === 'training/out-of-memory'
  );
}
