import type { StoreApi } from 'zustand/vanilla';
import type { ModelPlan } from '@/lib/compile/plan';
import type { JsonObject } from '@/lib/core/json';
import { sameJson } from '@/lib/core/same-json';
import type { BackendName } from '@/lib/training/protocol';
import { settle, type RunLink } from '@/lib/state/run-link';
import { usableBackends, whatCannotHold } from '@/lib/state/run-memory';
import type { Calibration, RunState, RunSubject } from '@/lib/state/run-state';

export interface RunBackendDeps {
  /** The backend the person insists on; null = measure and choose. */
  readonly preferredBackend: () => BackendName | null;
  /** Where the site lies; data sets and the backends' own files are found from it. */
  readonly baseUrl: () => string;
  /** Gibibytes of the device, as far as the browser tells. */
  readonly deviceGib: () => number | null;
}

export interface PreparedRun extends RunSubject {
  readonly model: JsonObject;
}

export interface BackendChoice {
  /** Asks once which backends there are. */
  probe(): Promise<void>;
  /**
   * The backend to train on: the one asked for where it is there, as the person insists otherwise; null when there is
   * none that could, with the reason shown.
   */
  choose(prepared: PreparedRun, asked?: BackendName | null): Promise<BackendName | null>;
  /** The fastest of the usable ones; measured only when the network or the batch size has changed. */
  measure(prepared: PreparedRun): Promise<BackendName | null>;
}

export function createBackendChoice(store: StoreApi<RunState>, link: RunLink, deps: RunBackendDeps): BackendChoice {
  async function probe(): Promise<void> {
    if (store.getState().backends.length > 0) return;
    const reply = await link.need('probe', {});
    if (reply !== null) store.setState({ backends: reply.backends });
  }

  async function measure(prepared: PreparedRun): Promise<BackendName | null> {
    const { calibration } = store.getState();
    if (calibration !== null && isOf(calibration, prepared.plan, prepared.settings.batchSize)) {
      return calibration.chosen;
    }
    store.setState({ phase: 'calibrating' });
    const { plan, model, settings } = prepared;
    const reply = await link.need('calibrate', { plan, model, settings, baseUrl: deps.baseUrl() });
    if (reply === null) return null;
    const { backends, chosen } = reply;
    store.setState({ backends, calibration: { plan, batchSize: settings.batchSize, backends, chosen } });
    return chosen;
  }

  async function fits(prepared: PreparedRun, preferred: BackendName | null): Promise<boolean> {
    const run = link.generation();
    if (preferred === null) await probe();
    if (store.getState().problem !== null || run !== link.generation()) return false;
    const usable = preferred === null ? usableBackends(store.getState().backends) : [preferred];
    const bytes = prepared.plan.trainingBytes;
    const obstacle = whatCannotHold(bytes, usable, deps.deviceGib());
    if (obstacle !== null) settle(store, { problem: { kind: 'cannot-fit', bytes, ...obstacle } });
    return obstacle === null;
  }

  async function available(asked: BackendName | null): Promise<BackendName | null> {
    if (asked === null) return null;
    await probe();
    return store.getState().backends.some(({ name, available }) => name === asked && available) ? asked : null;
  }

  return {
    probe,
    measure,
    async choose(prepared, asked = null) {
      const run = link.generation();
      const preferred = (await available(asked)) ?? deps.preferredBackend();
      if (run !== link.generation()) return null;
      if (!(await fits(prepared, preferred)) || run !== link.generation()) return null;
      return preferred ?? (await measure(prepared));
    },
  };
}

/** Whether speeds were measured on this network and batch size. */
export function isOf(calibration: Calibration, plan: ModelPlan, batchSize: number): boolean {
  return calibration.batchSize === batchSize && sameJson(calibration.plan.layers, plan.layers);
}
