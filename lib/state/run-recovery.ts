import type { StoreApi } from 'zustand/vanilla';
import type { BackendName, Failure } from '@/lib/training/protocol';
import type { PreparedRun, RunBackendDeps } from '@/lib/state/run-backend';
import type { RunLink } from '@/lib/state/run-link';
import { usableBackends, whatCannotHold } from '@/lib/state/run-memory';
import type { RunState } from '@/lib/state/run-state';
import type { Timer } from '@/lib/state/run-watchdog';

/** Before each try on the same backend: a graphics card whose driver has crashed takes a moment to come back. */
const WAITS_MS = [0, 1000, 4000] as const;

/** Lets a run whose graphics context was lost go on by itself. */
export interface RunRecovery {
  /**
   * The backend to go on with from the last checkpoint, the same one where it comes back; null: the run does not go on by
   * itself. `failure` is that of the last try.
   */
  backendAfter(prepared: PreparedRun, failure: Failure | null): Promise<BackendName | null>;
  /** A person has ended the run: what waits for its backend is over at once, before another run begins. */
  giveUp(): void;
}

export interface RecoveryDeps extends Pick<RunBackendDeps, 'deviceGib'> {
  readonly timer: Timer;
}

export function createRunRecovery(store: StoreApi<RunState>, link: RunLink, deps: RecoveryDeps): RunRecovery {
  let endWait: () => void = () => {};

  function wait(ms: number): Promise<void> {
    if (ms === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = deps.timer.after(ms, resolve);
      endWait = () => {
        cancel();
        resolve();
      };
    });
  }

  async function another(prepared: PreparedRun, lost: BackendName): Promise<BackendName | null> {
    // Asked anew: what the browser offered before the loss says nothing.
    const reply = await link.ask('probe', {});
    if (reply?.ok !== true) return null;
    const { backends } = reply.value;
    store.setState({ backends });
    const left = usableBackends(backends).filter((name) => name !== lost);
    const bytes = prepared.plan.trainingBytes;
    return left.find((name) => whatCannotHold(bytes, [name], deps.deviceGib()) === null) ?? null;
  }

  return {
    async backendAfter(prepared, failure) {
      const { loss, moves } = store.getState();
      if (loss === null || loss.isBack || (failure !== null && failure.code !== 'training/no-backend')) return null;
      const generation = link.generation();
      const pause = WAITS_MS[loss.tries];
      if (pause !== undefined) {
        store.setState({ phase: 'building', loss: { ...loss, tries: loss.tries + 1 } });
        await wait(pause);
        return generation === link.generation() ? loss.backend : null;
      }
      const other = await another(prepared, loss.backend);
      if (other === null || generation !== link.generation()) return null;
      const { backend, batches } = loss;
      store.setState({ phase: 'building', backend: other, moves: [...moves, { backend, batches }] });
      return other;
    },
    giveUp: () => endWait(),
  };
}

/** The failure of a run that tries to go on and has not yet; null: none does. */
export function lostFor({ loss }: RunState): Failure | null {
  return loss === null || loss.isBack ? null : { code: 'training/context-lost', node: null, detail: loss.backend };
}

/** What a failure changes in the state of a run that can go on by itself; null: it cannot, or nobody waits for it to. */
export function afterLoss(state: RunState, { code }: Failure): Partial<RunState> | null {
  const { run, checkpoint, backend, phase, asked, loss } = state;
  if (code !== 'training/context-lost' || run === null || backend === null || checkpoint?.canGoOn !== true) return null;
  // Not while it is held, or about to be: who comes back goes on with one click. Nor in the test: that is after the run.
  if (asked !== null || phase === 'paused' || phase === 'evaluating') return null;
  const { batches } = checkpoint;
  // Lost again before anything new was kept: that counts as not having come back.
  const isSame = loss !== null && loss.backend === backend && loss.batches >= batches;
  return {
    phase: 'building',
    silent: false,
    hasModel: false,
    loss: { backend, batches, tries: isSame ? loss.tries : 0, isBack: false },
  };
}
