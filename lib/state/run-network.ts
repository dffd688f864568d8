import type { StoreApi } from 'zustand/vanilla';
import type { Result } from '@/lib/core/result';
import type { RunId } from '@/lib/runs/run-record';
import { NO_HEADS, type CheckpointChoice } from '@/lib/training/checkpoints/checkpoint';
import type { CheckpointStorage } from '@/lib/training/checkpoints/checkpoint-storage';
import type { Failure, ReplyOf, RequestOf } from '@/lib/training/protocol';
import type { ModelCall } from '@/lib/state/run-actions';
import type { PreparedRun } from '@/lib/state/run-backend';
import { settle, type RunLink } from '@/lib/state/run-link';
import { prepareKept, prepareRun, showKept, type PrepareDeps } from '@/lib/state/run-prepare';
import type { RecorderDeps, RunRecorder } from '@/lib/state/run-recorder';
import { canLoad, isActive, type RunState } from '@/lib/state/run-state';

export interface NetworkDeps extends PrepareDeps, Pick<RecorderDeps, 'runs' | 'openDesign'> {
  readonly checkpoints: CheckpointStorage;
  readonly baseUrl: () => string;
  readonly recorder: Pick<RunRecorder, 'amend'>;
  /** Waits until what has ended is kept, from the state that another one takes. */
  readonly over: () => Promise<unknown>;
}

/** The network of the run that is shown, as the worker has it or can be given it. */
export interface RunNetwork {
  /** It is trained: what the worker has is the last there is. */
  isLast(): void;
  /** Has the worker build it with kept weights; false: they are gone, or something else goes on by now. */
  give(prepared: PreparedRun, choice: CheckpointChoice): Promise<boolean>;
  load(choice: CheckpointChoice): Promise<boolean>;
  evaluate(): Promise<void>;
  show(id: RunId): Promise<boolean>;
  showLast(): Promise<void>;
  /** Its answer; where only its weights are at hand, it is built with them first. */
  ask<C extends ModelCall>(name: C, request: RequestOf<C>): Promise<Result<ReplyOf<C>, Failure>>;
}

export function createRunNetwork(store: StoreApi<RunState>, link: RunLink, deps: NetworkDeps): RunNetwork {
  const idle = () => !isActive(store.getState().phase);
  const isOfLast = () => (store.getState().given ?? 'last') === 'last';
  let loading: Promise<boolean> | null = null;

  /** Has the worker build the network with kept weights of the run that is shown. */
  async function giveWeights(
    { plan, model, dataset, settings }: PreparedRun,
    choice: CheckpointChoice,
  ): Promise<boolean> {
    const { run, backend } = store.getState();
    const generation = link.generation();
    const startWeights = run === null ? null : await deps.checkpoints.weights(run, choice).catch(() => null);
    if (startWeights === null || generation !== link.generation()) return false;
    const request = { plan, model, dataset, settings: { ...settings, epochs: 0 }, startWeights, backend };
    if ((await link.need('train', { ...request, baseUrl: deps.baseUrl() })) === null) return false;
    store.setState({ given: choice });
    return true;
  }

  async function load(choice: CheckpointChoice): Promise<boolean> {
    if (!idle()) return false;
    await deps.over();
    const { subject, run } = store.getState();
    if (!idle() || subject === null || run === null) return false;
    const prepared = prepareRun(deps, subject.document);
    if (!prepared.ok) {
      settle(store, { problem: prepared.error });
      return false;
    }
    const generation = link.nextGeneration();
    store.setState({ phase: 'building', problem: null, hasModel: false });
    const isTested = isOfLast() && choice === 'last' && store.getState().report !== null;
    const isThere = await giveWeights(prepared.value, choice);
    if (generation !== link.generation()) return false;
    settle(store, { hasModel: isThere });
    if (isThere && !isTested) await evaluate();
    return isThere;
  }

  async function show(id: RunId): Promise<boolean> {
    if (!idle()) return false;
    await deps.over();
    const generation = link.generation();
    const [run, heads] = await Promise.all([deps.runs.read(id), deps.checkpoints.heads(id).catch(() => NO_HEADS)]);
    const isElsewhere = run?.record.status === 'running' || run?.record.status === 'paused';
    if (run === null || isElsewhere || generation !== link.generation() || !idle()) return false;
    const prepared = prepareKept(deps, run);
    if (!prepared.ok) return false;
    // The state in the middle of an epoch is kept more often than the curves.
    const memory = heads.canGoOn ? (await deps.checkpoints.last(id).catch(() => null))?.memory : undefined;
    const isAhead = memory !== undefined && memory.losses.length > run.curves.losses.length;
    if (generation !== link.generation() || !idle()) return false;
    link.nextGeneration();
    showKept(store, { run: isAhead ? { ...run, curves: memory } : run, heads, subject: prepared.value });
    return true;
  }

  async function showLast(): Promise<void> {
    await deps.runs.ready;
    const open = deps.openDesign();
    const last = deps.runs.store.getState().records.find((record) => record.design === open && record.study === null);
    if (last !== undefined && store.getState().subject === null) await show(last.id);
  }

  async function ask<C extends ModelCall>(name: C, request: RequestOf<C>): Promise<Result<ReplyOf<C>, Failure>> {
    const state = store.getState();
    if (!state.hasModel && canLoad(state)) loading ??= load('last').finally(() => (loading = null));
    if (loading !== null) await loading;
    return link.call(name, request);
  }

  async function evaluate(): Promise<void> {
    if (!idle() || !store.getState().hasModel) return;
    store.setState({ phase: 'evaluating', evaluation: null });
    const result = await link.ask('evaluate', {});
    if (result === null) return;
    // Without a report it was stopped: it can be asked for again.
    settle(store, result.ok ? { report: result.value } : { problem: { kind: 'failure', failure: result.error } });
    // The record keeps the test of the last weights.
    if (result.ok && result.value !== null && isOfLast()) void deps.recorder.amend();
  }

  return {
    isLast() {
      store.setState({ given: null });
    },
    give: giveWeights,
    load,
    evaluate,
    show,
    showLast,
    ask,
  };
}
