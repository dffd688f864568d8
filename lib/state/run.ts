import { createStore } from 'zustand/vanilla';
import type { ModelPlan } from '@/lib/compile/plan';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { Result } from '@/lib/core/result';
import type { Document } from '@/lib/document/document';
import type { HealthRequest } from '@/lib/training/health';
import type {
  CheckpointOrder,
  Failure,
  ReplyOf,
  RequestOf,
  TrainOutcome,
  TrainPhase,
  TrainRequest,
} from '@/lib/training/protocol';
import { NO_HEADS, type CheckpointChoice, type CheckpointHead } from '@/lib/training/checkpoints/checkpoint';
import type { CheckpointStorage } from '@/lib/training/checkpoints/checkpoint-storage';
import type { KeptRun, RunId } from '@/lib/runs/run-record';
import { clearRun, INITIAL, prepareKept, prepareRun, showKept, type PrepareDeps } from '@/lib/state/run-prepare';
import type { RunEnd, RunOrder } from '@/lib/state/run-order';
import { createRunRecorder, type RecorderDeps } from '@/lib/state/run-recorder';
import { createBackendChoice, type PreparedRun, type RunBackendDeps } from '@/lib/state/run-backend';
import { createRunRecovery, lostFor } from '@/lib/state/run-recovery';
import { createRunLink, settle, type RunLinkDeps } from '@/lib/state/run-link';
import { divergenceProblem } from '@/lib/state/run-problem';
import { canLoad, isActive, type RunProblem, type RunState } from '@/lib/state/run-state';
import type { ReadonlyStore } from '@/lib/state/store';

/** Seconds between two checkpoints, and epochs between two that stay kept (0: none). */
export type CheckpointChoices = Pick<CheckpointOrder, 'everySeconds' | 'keepEvery'>;

export interface RunDeps extends RunLinkDeps, RunBackendDeps, RecorderDeps, PrepareDeps {
  /** The one that is open. */
  readonly design: () => { readonly document: Document };
  readonly checkpoints: CheckpointStorage;
  /** How often the state of a run is kept, as the person has chosen. */
  readonly checkpointing: () => CheckpointChoices;
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
  /** Goes on with the run that is shown from its last checkpoint. */
  resumeRun(): Promise<void>;
  /** Shows a kept run, without its network, while nothing goes on; false: it is gone, or goes on in another tab. */
  show(run: RunId): Promise<boolean>;
  /** Shows the last run of the open design, where nothing has been trained yet and one is kept. */
  showLast(): Promise<void>;
  /** Gives the worker the kept weights of the run that is shown, and evaluates them where they are not the last. */
  load(choice: CheckpointChoice): Promise<boolean>;
  /** The epoch in progress stays kept when it ends. */
  keepEpoch(): Promise<void>;
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

const BUSY: RunProblem = { kind: 'failure', failure: { code: 'training/busy', node: null, detail: '' } };

/** One run at a time, and what it has measured so far. */
export function createRunStore(deps: RunDeps): RunStore {
  const store = createStore<RunState>(() => INITIAL);
  const link = createRunLink(store, deps);
  const backends = createBackendChoice(store, link, deps);
  const recovery = createRunRecovery(store, link, deps);
  const idle = () => !isActive(store.getState().phase);

  const recorder = createRunRecorder(store, deps);
  let lastWork: Work | null = null;
  /** The end of what is going on, or went on last. */
  let ending: Promise<unknown> = Promise.resolve();
  /** Of the run: which weights the worker was given last, and the report is of. */
  let given: CheckpointChoice = 'last';

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
    clearRun(store, prepared.value);
    store.setState({ phase: 'building' });
    const asked = work.kind === 'train' ? (work.order.backend ?? null) : null;
    const backend = await backends.choose(prepared.value, asked);
    if (run !== link.generation() || backend === null) return close(null);
    store.setState({ backend, phase: 'building' });
    const startWeights = work.kind === 'train' ? await startWeightsFor(work.order, prepared.value.plan) : work.weights;
    if (run === link.generation() && work.kind === 'train') await recorder.begin(work.order, prepared.value, backend);
    if (run !== link.generation()) return close(null);
    const settings = work.kind === 'train' ? prepared.value.settings : { ...prepared.value.settings, epochs: 0 };
    const id = store.getState().run;
    const kept = id === null ? null : { run: id, isResumed: false };
    return train(prepared.value, { backend, settings, ...(startWeights === null ? {} : { startWeights }) }, kept);
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
    const heads = await deps.checkpoints.heads(id).catch(() => NO_HEADS);
    showKept(store, { run: taken.run, heads, subject: prepared.value });
    store.setState({ phase: 'building', outcome: null });
    taken.goOn(prepared.value);
    if (heads.last !== null && !heads.canGoOn) return closeFinished(prepared.value, taken.run, heads.last);
    const { backend } = taken.run.record;
    return train(prepared.value, { backend, settings: prepared.value.settings }, { run: id, isResumed: true });
  }

  /** It had ended, and only its test or its record was not done. */
  async function closeFinished(
    prepared: PreparedRun,
    { record, curves }: KeptRun,
    last: CheckpointHead,
  ): Promise<RunEnd> {
    const isThere = await giveWeights(prepared, 'last');
    const { epoch: epochs, batches } = last;
    const seconds = curves.times.at(-1) ?? 0;
    const backend = record.backend ?? 'wasm';
    const outcome = { ended: 'finished', epochs, batches, backend, seconds, divergence: null } as const;
    settle(store, { outcome, hasModel: isThere });
    if (isThere) await evaluate();
    return close(outcome);
  }

  /** Has the worker build the network with kept weights of the run that is shown. */
  async function giveWeights(
    { plan, model, dataset, settings }: PreparedRun,
    choice: CheckpointChoice,
  ): Promise<boolean> {
    const { run, backend } = store.getState();
    const startWeights = run === null ? null : await deps.checkpoints.weights(run, choice).catch(() => null);
    if (startWeights === null) return false;
    const request = { plan, model, dataset, settings: { ...settings, epochs: 0 }, startWeights, backend };
    if ((await link.need('train', { ...request, baseUrl: deps.baseUrl() })) === null) return false;
    given = choice;
    return true;
  }

  async function load(choice: CheckpointChoice): Promise<boolean> {
    const { subject, run } = store.getState();
    if (!idle() || subject === null || run === null) return false;
    const prepared = prepareRun(deps, subject.document);
    if (!prepared.ok) return refuse(prepared.error).record !== null;
    const generation = link.nextGeneration();
    store.setState({ phase: 'building', problem: null, hasModel: false });
    const isTested = given === 'last' && choice === 'last' && store.getState().report !== null;
    const isThere = await giveWeights(prepared.value, choice);
    if (generation !== link.generation()) return false;
    settle(store, { hasModel: isThere });
    if (isThere && !isTested) await evaluate();
    return isThere;
  }

  async function show(id: RunId): Promise<boolean> {
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
    given = 'last';
    showKept(store, { run: isAhead ? { ...run, curves: memory } : run, heads, subject: prepared.value });
    return true;
  }

  async function showLast(): Promise<void> {
    await deps.runs.ready;
    const open = deps.openDesign();
    const last = deps.runs.store.getState().records.find((record) => record.design === open && record.study === null);
    if (last !== undefined && store.getState().subject === null) await show(last.id);
  }

  let loading: Promise<boolean> | null = null;

  /** The network's answer; where only its weights are at hand, it is built with them first. */
  async function ask<C extends ModelCall>(name: C, request: RequestOf<C>): Promise<Result<ReplyOf<C>, Failure>> {
    const state = store.getState();
    if (!state.hasModel && canLoad(state)) loading ??= load('last').finally(() => (loading = null));
    if (loading !== null) await loading;
    return link.call(name, request);
  }

  async function train(
    prepared: PreparedRun,
    request: Pick<TrainRequest, 'backend' | 'settings' | 'startWeights'>,
    kept: { readonly run: RunId; readonly isResumed: boolean } | null,
  ): Promise<RunEnd> {
    const { plan, model, dataset, document } = prepared;
    given = 'last';
    const checkpoints = kept && { ...deps.checkpointing(), run: kept.run, resume: kept.isResumed };
    const reply = await link.ask('train', {
      plan,
      model,
      dataset,
      baseUrl: deps.baseUrl(),
      ...request,
      ...(checkpoints === null ? {} : { checkpoints }),
      ...(deps.health === undefined ? {} : { health: deps.health(plan, document) }),
    });
    if (reply?.ok !== true) return goOn(prepared, kept, reply?.error ?? null);
    const outcome = reply.value;
    const problem = divergenceProblem(outcome, request.settings);
    // A run that was asked for no epochs is finished before its first batch.
    const hasModel = problem === null && (outcome.batches > 0 || outcome.ended === 'finished');
    settle(store, { outcome, problem, hasModel, backend: outcome.backend });
    if (hasModel) await evaluate();
    return close(outcome);
  }

  /** After a lost graphics context, from the last checkpoint; otherwise a failure, or null for a restart, is the end. */
  async function goOn(
    prepared: PreparedRun,
    kept: { readonly run: RunId } | null,
    failure: Failure | null,
  ): Promise<RunEnd> {
    const generation = link.generation();
    const backend = kept && (await recovery.backendAfter(prepared, failure));
    if (kept !== null && backend !== null) {
      return train(prepared, { backend, settings: prepared.settings }, { run: kept.run, isResumed: true });
    }
    const why = lostFor(store.getState()) ?? failure;
    if (why !== null && generation === link.generation()) {
      settle(store, { loss: null, problem: { kind: 'failure', failure: why } });
    }
    return close(null);
  }

  /** The end of a run as its state tells it, which is kept with its record. */
  async function close(outcome: TrainOutcome | null): Promise<RunEnd> {
    const { problem, checkpoint, checkpointFault } = store.getState();
    if (outcome === null) settle(store, {});
    if (outcome?.ended === 'finished' && checkpoint !== null) {
      // Without room at the end, what is kept is of an earlier time.
      store.setState({ checkpoint: checkpointFault === null ? { ...checkpoint, canGoOn: false } : null });
    }
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
    // The record keeps the test of the last weights.
    if (result.ok && result.value !== null && given === 'last') void recorder.amend();
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
    settle(store, { hasModel: false, loss: null });
    recovery.giveUp();
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
    async resumeRun() {
      const { run, subject } = store.getState();
      if (run === null || subject === null) return;
      const { document } = subject;
      await perform({ kind: 'train', order: { document, parent: null, study: null, resume: run } });
    },
    ask,
    load,
    show,
    showLast,
    async keepEpoch() {
      if (idle()) return;
      store.setState({ keepsEpoch: true });
      await link.ask('keep-epoch', {});
    },
  };
  return { store, actions, dispose: link.dispose };
}

/** The design as it stands, changed from what was last trained of it. */
function orderOf({ design, openDesign, runs }: RunDeps): RunOrder {
  const open = openDesign();
  const before = runs.store.getState().records.find((record) => record.design === open && record.study === null);
  return { document: design().document, parent: before?.id ?? null, study: null, resume: null };
}

/** From the last checkpoint where there is one, or else from the beginning. */
function again(work: Work, { run, checkpoint }: RunState): Work {
  return work.kind === 'train' && checkpoint?.canGoOn === true
    ? { ...work, order: { ...work.order, resume: run } }
    : work;
}

function failed(problem: RunProblem): RunEnd {
  return { ended: 'failed', record: null, problem };
}

/** Before the first batch there is nothing to keep, and some of the steps cannot be interrupted otherwise. */
function isPreparing(phase: TrainPhase): boolean {
  return phase === 'loading-data' || phase === 'building' || phase === 'calibrating';
}
