import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Analysis } from '@/lib/analysis/analysis';
import type { ModelPlan } from '@/lib/compile/plan';
import type { JsonObject } from '@/lib/core/json';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { fail, succeed, type Result } from '@/lib/core/result';
import type { Dataset } from '@/lib/datasets/dataset';
import type { Document } from '@/lib/document/document';
import type { Failure, ReplyOf, RequestOf, TrainOutcome, TrainPhase } from '@/lib/training/protocol';
import { createBackendChoice, type PreparedRun, type RunBackendDeps } from '@/lib/state/run-backend';
import { createRunLink, settle, type RunLinkDeps } from '@/lib/state/run-link';
import { divergenceProblem } from '@/lib/state/run-problem';
import { createSeries } from '@/lib/state/run-series';
import { isActive, type RunProblem, type RunState, type RunSubject } from '@/lib/state/run-state';
import type { ReadonlyStore } from '@/lib/state/store';

export interface RunDeps extends RunLinkDeps, RunBackendDeps {
  readonly design: () => { readonly document: Document; readonly analysis: Analysis };
  /** The design as a plan and the Keras JSON built from it; null while errors stand. */
  readonly compile: (
    document: Document,
    analysis: Analysis,
  ) => { readonly plan: ModelPlan; readonly model: JsonObject } | null;
  readonly dataset: (id: string) => Dataset | undefined;
  /** Weights that the design came with and is to go on from; null: start anew. */
  readonly startWeights?: (plan: ModelPlan) => Promise<readonly NamedTensor[] | null>;
}

export interface RunStore {
  readonly store: ReadonlyStore<RunState>;
  readonly actions: RunActions;
  dispose(): void;
}

export interface RunActions {
  /** Starts a run of the design as it stands; afterwards the network is evaluated on the test set. */
  train(): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Ends the run, or the test, after the batch in progress; before the first batch, at once. */
  stop(): Promise<void>;
  evaluate(): Promise<void>;
  /** Gives the design as it stands these weights, all of them, and evaluates it without training. */
  tryWeights(weights: readonly NamedTensor[]): Promise<void>;
  /** Ends the worker at once, whatever it does, and does the same again from the beginning with a new one. */
  restart(): Promise<void>;
  /** Ends the worker at once; the curves so far stay. */
  abandon(): void;
  /** Asks which backends there are. */
  probe(): Promise<void>;
  /** Measures the design as it stands on each of them. */
  calibrate(): Promise<void>;
  dismissProblem(): void;
  /** Any other call to the worker that holds the trained network. */
  ask<C extends ModelCall>(name: C, request: RequestOf<C>): Promise<Result<ReplyOf<C>, Failure>>;
}

export type ModelCall = 'predict-samples' | 'predict-image' | 'samples' | 'get-weights';

/** What a run is to do: train, or only be given these weights. */
interface Order {
  readonly weights: readonly NamedTensor[] | null;
}

const TRAINING: Order = { weights: null };

const INITIAL: RunState = {
  phase: 'idle',
  asked: null,
  subject: null,
  backend: null,
  progress: { epoch: 0, share: 0, examplesPerSecond: 0, secondsLeft: null },
  download: null,
  evaluation: null,
  series: createSeries(),
  seriesVersion: 0,
  epochs: [],
  outcome: null,
  report: null,
  problem: null,
  backends: [],
  calibration: null,
  hasModel: false,
  silent: false,
};

/** One run at a time, and what it has measured so far. */
export function createRunStore(deps: RunDeps): RunStore {
  const store = createStore<RunState>(() => INITIAL);
  const link = createRunLink(store, deps);
  const backends = createBackendChoice(store, link, deps);
  const idle = () => !isActive(store.getState().phase);

  let lastOrder: Order = TRAINING;

  async function start(order: Order): Promise<void> {
    if (!idle()) return;
    lastOrder = order;
    const prepared = prepareRun(deps);
    if (!prepared.ok) return store.setState({ problem: prepared.error });
    const { model, ...subject } = prepared.value;
    const run = link.nextGeneration();
    begin(store, subject);
    const backend = await backends.choose(prepared.value);
    if (run !== link.generation()) return;
    if (backend === null) return settle(store, {});
    store.setState({ backend, phase: 'building' });
    const { plan, settings, dataset } = subject;
    const startWeights = order.weights ?? (await deps.startWeights?.(plan)) ?? null;
    if (run !== link.generation()) return;
    const asked = order.weights === null ? settings : { ...settings, epochs: 0 };
    const request = { plan, model, settings: asked, dataset, baseUrl: deps.baseUrl(), backend };
    const outcome = await link.need('train', startWeights === null ? request : { ...request, startWeights });
    if (outcome !== null) await finish(outcome, subject);
  }

  async function finish(outcome: TrainOutcome, { settings }: RunSubject): Promise<void> {
    const problem = divergenceProblem(outcome, settings);
    // A run that was asked for no epochs is finished before its first batch.
    const hasModel = problem === null && (outcome.batches > 0 || outcome.ended === 'finished');
    settle(store, { outcome, problem, hasModel, backend: outcome.backend });
    if (hasModel) await evaluate();
  }

  async function evaluate(): Promise<void> {
    if (!idle() || !store.getState().hasModel) return;
    store.setState({ phase: 'evaluating', evaluation: null });
    const result = await link.ask('evaluate', {});
    if (result === null) return;
    // Without a report it was stopped: it can be asked for again.
    settle(store, result.ok ? { report: result.value } : { problem: { kind: 'failure', failure: result.error } });
  }

  async function calibrate(): Promise<void> {
    if (!idle()) return;
    const prepared = prepareRun(deps);
    if (!prepared.ok) return store.setState({ problem: prepared.error });
    store.setState({ calibration: null, problem: null });
    const run = link.generation();
    await backends.measure(prepared.value);
    if (run === link.generation()) settle(store, {});
  }

  async function order(name: 'pause' | 'resume' | 'stop'): Promise<void> {
    if (idle()) return;
    store.setState({ asked: name });
    const reply = await link.ask(name, {});
    if (reply !== null && !reply.ok && store.getState().asked === name) store.setState({ asked: null });
  }

  function abandon(): void {
    link.end();
    settle(store, { hasModel: false });
  }

  const actions: RunActions = {
    train: () => start(TRAINING),
    tryWeights: (weights) => start({ weights }),
    evaluate,
    calibrate,
    abandon,
    pause: () => order('pause'),
    resume: () => order('resume'),
    async stop() {
      if (isPreparing(store.getState().phase)) abandon();
      else await order('stop');
    },
    async restart() {
      abandon();
      await start(lastOrder);
    },
    probe: backends.probe,
    dismissProblem: () => store.setState({ problem: null }),
    ask: link.call,
  };
  return { store, actions, dispose: link.dispose };
}

function prepareRun(deps: RunDeps): Result<PreparedRun, RunProblem> {
  const { document, analysis } = deps.design();
  const settings = document.training;
  const dataset = deps.dataset(settings.dataset);
  if (dataset === undefined) return fail({ kind: 'unknown-dataset', dataset: settings.dataset });
  const compiled = deps.compile(document, analysis);
  if (compiled === null) return fail({ kind: 'design-errors' });
  return succeed({ document, settings, dataset, ...compiled });
}

function begin(store: StoreApi<RunState>, subject: RunSubject): void {
  const { seriesVersion, backends, calibration } = store.getState();
  const kept = { backends, calibration, seriesVersion: seriesVersion + 1 };
  store.setState({ ...INITIAL, ...kept, series: createSeries(), phase: 'building', subject });
}

/** Before the first batch there is nothing to keep, and some of the steps cannot be interrupted otherwise. */
function isPreparing(phase: TrainPhase): boolean {
  return phase === 'loading-data' || phase === 'building' || phase === 'calibrating';
}
