import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Analysis } from '@/lib/analysis/analysis';
import type { ModelPlan } from '@/lib/compile/plan';
import type { JsonObject } from '@/lib/core/json';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { fail, succeed, type Result } from '@/lib/core/result';
import type { Dataset } from '@/lib/datasets/dataset';
import type { Document } from '@/lib/document/document';
import type { HealthRequest } from '@/lib/training/health';
import type { Failure, ReplyOf, RequestOf, TrainOutcome, TrainPhase, TrainRequest } from '@/lib/training/protocol';
import { readDocument } from '@/lib/document/load';
import type { KeptRun, RunId } from '@/lib/runs/run-record';
import { curvesOf } from '@/lib/state/run-events';
import type { RunEnd, RunOrder } from '@/lib/state/run-order';
import { createRunRecorder, type RecorderDeps } from '@/lib/state/run-recorder';
import { createBackendChoice, type PreparedRun, type RunBackendDeps } from '@/lib/state/run-backend';
import { createRunLink, settle, type RunLinkDeps } from '@/lib/state/run-link';
import { divergenceProblem } from '@/lib/state/run-problem';
import { createSeries } from '@/lib/state/run-series';
import { isActive, type RunProblem, type RunState, type RunSubject } from '@/lib/state/run-state';
import type { ReadonlyStore } from '@/lib/state/store';

export interface RunDeps extends RunLinkDeps, RunBackendDeps, RecorderDeps {
  /** The one that is open. */
  readonly design: () => { readonly document: Document };
  readonly analyze: (document: Document) => Analysis;
  /** The design as a plan and the Keras JSON built from it; null while errors stand. */
  readonly compile: (
    document: Document,
    analysis: Analysis,
  ) => { readonly plan: ModelPlan; readonly model: JsonObject } | null;
  readonly dataset: (id: string) => Dataset | undefined;
  /** How closely a run of this plan is looked at. */
  readonly health?: (plan: ModelPlan, document: Document) => HealthRequest;
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
  /** Does one run from start to test, and answers when it is over; one at a time, a second is refused at once. */
  start(order: RunOrder): Promise<RunEnd>;
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

export type ModelCall = 'predict-samples' | 'predict-image' | 'samples' | 'get-weights' | 'watch-health';

/** What is to be done: an order, to be recorded, or a test of given weights. */
type Work =
  | { readonly kind: 'train'; readonly order: RunOrder }
  | { readonly kind: 'try'; readonly document: Document; readonly weights: readonly NamedTensor[] };

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
  health: [],
  outcome: null,
  report: null,
  problem: null,
  backends: [],
  calibration: null,
  run: null,
  checkpoint: null,
  checkpointFault: null,
  unkept: null,
  keepsEpoch: false,
  hasModel: false,
  silent: false,
};

const BUSY: RunProblem = { kind: 'failure', failure: { code: 'training/busy', node: null, detail: '' } };

/** One run at a time, and what it has measured so far. */
export function createRunStore(deps: RunDeps): RunStore {
  const store = createStore<RunState>(() => INITIAL);
  const link = createRunLink(store, deps);
  const backends = createBackendChoice(store, link, deps);
  const idle = () => !isActive(store.getState().phase);

  const recorder = createRunRecorder(store, deps);
  let lastWork: Work | null = null;
  /** The end of what is going on, or went on last. */
  let ending: Promise<unknown> = Promise.resolve();

  function perform(work: Work): Promise<RunEnd> {
    if (!idle()) return Promise.resolve(failed(BUSY));
    lastWork = work;
    const end = work.kind === 'train' && work.order.resume !== null ? resume(work.order.resume) : begin(work);
    ending = end;
    return end;
  }

  async function begin(work: Work): Promise<RunEnd> {
    const document = work.kind === 'train' ? work.order.document : work.document;
    const prepared = prepareRun(deps, document);
    if (!prepared.ok) return refuse(prepared.error);
    const run = link.nextGeneration();
    clear(store, prepared.value);
    const asked = work.kind === 'train' ? (work.order.backend ?? null) : null;
    const backend = await backends.choose(prepared.value, asked);
    if (run !== link.generation()) return close(null);
    if (backend === null) return close(null);
    store.setState({ backend, phase: 'building' });
    const startWeights = work.kind === 'train' ? await startWeightsFor(work.order, prepared.value.plan) : work.weights;
    if (run === link.generation() && work.kind === 'train') await recorder.begin(work.order, prepared.value, backend);
    if (run !== link.generation()) return close(null);
    const settings = work.kind === 'train' ? prepared.value.settings : { ...prepared.value.settings, epochs: 0 };
    return train(prepared.value, { backend, settings, ...(startWeights === null ? {} : { startWeights }) });
  }

  /** The person's choice is about the open design. */
  async function startWeightsFor({ document, study }: RunOrder, plan: ModelPlan) {
    if (study !== null || document !== deps.design().document) return null;
    return (await deps.startWeights?.(plan)) ?? null;
  }

  async function resume(id: RunId): Promise<RunEnd> {
    const run = link.nextGeneration();
    store.setState({ phase: 'building', problem: null });
    const taken = await recorder.take(id);
    const prepared = taken && prepareKept(deps, taken.run);
    if (taken === null || prepared === null) return refuse({ kind: 'run-gone' });
    if (!prepared.ok || run !== link.generation()) {
      taken.letGo();
      return prepared.ok ? close(null) : refuse(prepared.error);
    }
    clear(store, prepared.value);
    const { backend } = taken.run.record;
    store.setState({ ...keptState(taken.run, prepared.value), backend });
    taken.goOn(prepared.value);
    return train(prepared.value, { backend, settings: prepared.value.settings });
  }

  async function train(
    { plan, model, dataset, document }: PreparedRun,
    request: Pick<TrainRequest, 'backend' | 'settings' | 'startWeights'>,
  ): Promise<RunEnd> {
    const outcome = await link.need('train', {
      plan,
      model,
      dataset,
      baseUrl: deps.baseUrl(),
      ...request,
      ...(deps.health === undefined ? {} : { health: deps.health(plan, document) }),
    });
    if (outcome === null) return close(null);
    const problem = divergenceProblem(outcome, request.settings);
    // A run that was asked for no epochs is finished before its first batch.
    const hasModel = problem === null && (outcome.batches > 0 || outcome.ended === 'finished');
    settle(store, { outcome, problem, hasModel, backend: outcome.backend });
    if (hasModel) await evaluate();
    return close(outcome);
  }

  /** The end of a run as its state tells it, which is kept with its record. */
  async function close(outcome: TrainOutcome | null): Promise<RunEnd> {
    const { problem, checkpoint } = store.getState();
    if (outcome === null) settle(store, {});
    const ended = outcome?.ended ?? (problem === null ? 'stopped' : 'failed');
    const status = ended === 'failed' && checkpoint !== null ? 'interrupted' : ended;
    return { ended, record: await recorder.end(status), problem };
  }

  function refuse(problem: RunProblem): RunEnd {
    settle(store, { problem });
    return failed(problem);
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
    const prepared = prepareRun(deps, deps.design().document);
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
    train: async () => void (await perform({ kind: 'train', order: orderOf(deps) })),
    start: (order) => perform({ kind: 'train', order }),
    tryWeights: async (weights) => {
      await perform({ kind: 'try', document: deps.design().document, weights });
    },
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
      await ending;
      if (lastWork !== null) await perform(again(lastWork, store.getState()));
    },
    probe: backends.probe,
    dismissProblem: () => store.setState({ problem: null }),
    ask: link.call,
  };
  return { store, actions, dispose: link.dispose };
}

function prepareRun(deps: RunDeps, document: Document): Result<PreparedRun, RunProblem> {
  const settings = document.training;
  const dataset = deps.dataset(settings.dataset);
  if (dataset === undefined) return fail({ kind: 'unknown-dataset', dataset: settings.dataset });
  const compiled = deps.compile(document, deps.analyze(document));
  if (compiled === null) return fail({ kind: 'design-errors' });
  return succeed({ document, settings, dataset, ...compiled });
}

/** A kept run's own design, whatever is open. */
function prepareKept(deps: RunDeps, { record, document }: KeptRun): Result<PreparedRun, RunProblem> {
  const read = readDocument(document, record.name);
  return read.ok ? prepareRun(deps, read.value.document) : fail({ kind: 'run-gone' });
}

/** The design as it stands, changed from what was last trained of it. */
function orderOf({ design, openDesign, runs }: RunDeps): RunOrder {
  const open = openDesign();
  const before = runs.store.getState().records.find((record) => record.design === open && record.study === null);
  return { document: design().document, parent: before?.id ?? null, study: null, resume: null };
}

/** From the last checkpoint where there is one, or else from the beginning. */
function again(work: Work, { run, checkpoint }: RunState): Work {
  return work.kind === 'train' && checkpoint !== null ? { ...work, order: { ...work.order, resume: run } } : work;
}

/** A kept run as the state shows it. */
function keptState({ record, curves, report }: KeptRun, subject: RunSubject): Partial<RunState> {
  return { ...curvesOf(curves, subject), run: record.id, backend: record.backend, outcome: record.outcome, report };
}

function failed(problem: RunProblem): RunEnd {
  return { ended: 'failed', record: null, problem };
}

function clear(store: StoreApi<RunState>, { model: _model, ...subject }: PreparedRun): void {
  const { seriesVersion, backends, calibration } = store.getState();
  const kept = { backends, calibration, seriesVersion: seriesVersion + 1 };
  store.setState({ ...INITIAL, ...kept, series: createSeries(), phase: 'building', subject });
}

/** Before the first batch there is nothing to keep, and some of the steps cannot be interrupted otherwise. */
function isPreparing(phase: TrainPhase): boolean {
  return phase === 'loading-data' || phase === 'building' || phase === 'calibrating';
}
