import { createStore } from 'zustand/vanilla';
import type { ModelPlan } from '@/lib/compile/plan';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { Document } from '@/lib/document/document';
import type { HealthRequest } from '@/lib/training/health';
import type { CheckpointOrder, Failure, TrainOutcome, TrainPhase, TrainRequest } from '@/lib/training/protocol';
import { NO_HEADS, type CheckpointHead } from '@/lib/training/checkpoints/checkpoint';
import type { CheckpointStorage } from '@/lib/training/checkpoints/checkpoint-storage';
import type { KeptRun, RunId } from '@/lib/runs/run-record';
import type { RunActions } from '@/lib/state/run-actions';
import { clearRun, INITIAL, prepareKept, prepareRun, showKept, type PrepareDeps } from '@/lib/state/run-prepare';
import { createRunNetwork } from '@/lib/state/run-network';
import type { RunEnd, RunOrder } from '@/lib/state/run-order';
import { createRunRecorder, type RecorderDeps } from '@/lib/state/run-recorder';
import { createBackendChoice, type PreparedRun, type RunBackendDeps } from '@/lib/state/run-backend';
import { createRunRecovery, lostFor } from '@/lib/state/run-recovery';
import { createRunLink, settle, type RunLinkDeps } from '@/lib/state/run-link';
import { divergenceProblem } from '@/lib/state/run-problem';
import { isActive, type RunProblem, type RunState } from '@/lib/state/run-state';
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

/** What is to be done: an order, to be recorded, or a test of given weights. */
type Work =
  | { readonly kind: 'train'; readonly order: RunOrder }
  | { readonly kind: 'try'; readonly document: Document; readonly weights: readonly NamedTensor[] };

/** One piece of work on its way. */
interface Course {
  /** False once a person has ended it, or something else was begun: what it still does is not to be seen. */
  isCurrent(): boolean;
}

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
  /** Goes up with each piece of work, and when a person ends one at once. */
  let turn = 0;
  /** What is going on, or has ended and is still being kept; null: nothing. */
  let ending: Promise<unknown> | null = null;
  const over = async (): Promise<unknown> => ending;
  const network = createRunNetwork(store, link, { ...deps, recorder, over });

  function perform(work: Work): Promise<RunEnd> {
    if (!idle()) return Promise.resolve(failed(BUSY));
    lastWork = work;
    const own = ++turn;
    const course = { isCurrent: () => own === turn };
    const end = ending === null ? go(work, course) : after(ending, work, course);
    const kept = end.finally(() => {
      if (ending === kept) ending = null;
    });
    ending = kept;
    return kept;
  }

  /** What ended a moment ago is still being kept, from the state that the next one clears. */
  async function after(before: Promise<unknown>, work: Work, course: Course): Promise<RunEnd> {
    store.setState({ phase: 'building', problem: null });
    await before.catch(() => null);
    return course.isCurrent() ? go(work, course) : { ended: 'stopped', record: null, problem: null };
  }

  function go(work: Work, course: Course): Promise<RunEnd> {
    return work.kind === 'train' && work.order.resume !== null
      ? resume(work.order.resume, course)
      : begin(work, course);
  }

  async function begin(work: Work, course: Course): Promise<RunEnd> {
    const document = work.kind === 'train' ? work.order.document : work.document;
    const prepared = prepareRun(deps, document);
    if (!prepared.ok) return refuse(prepared.error, course);
    const run = link.nextGeneration();
    const isWanted = () => run === link.generation();
    clearRun(store, prepared.value);
    store.setState({ phase: 'building' });
    const asked = work.kind === 'train' ? (work.order.backend ?? null) : null;
    const backend = await backends.choose(prepared.value, asked);
    if (!isWanted() || backend === null) return close(null, course);
    store.setState({ backend, phase: 'building' });
    const startWeights = work.kind === 'train' ? await startWeightsFor(work.order, prepared.value.plan) : work.weights;
    if (isWanted() && work.kind === 'train') {
      await recorder.begin({ order: work.order, subject: prepared.value, backend, isWanted });
    }
    if (!isWanted()) return close(null, course);
    const settings = work.kind === 'train' ? prepared.value.settings : { ...prepared.value.settings, epochs: 0 };
    const id = store.getState().run;
    const kept = id === null ? null : { run: id, isResumed: false };
    const request = { backend, settings, ...(startWeights === null ? {} : { startWeights }) };
    return train(prepared.value, request, { course, kept });
  }

  /** The person's choice is about the open design. */
  async function startWeightsFor({ document, study }: RunOrder, plan: ModelPlan) {
    if (study !== null || document !== deps.design().document) return null;
    return (await deps.startWeights?.(plan)) ?? null;
  }

  async function resume(id: RunId, course: Course): Promise<RunEnd> {
    const run = link.nextGeneration();
    store.setState({ phase: 'building', problem: null });
    const taken = await recorder.take(id);
    const prepared = taken && prepareKept(deps, taken.run);
    if (taken === null || prepared === null) return refuse({ kind: 'run-gone' }, course);
    if (!prepared.ok || run !== link.generation()) {
      taken.letGo();
      return prepared.ok ? close(null, course) : refuse(prepared.error, course);
    }
    const heads = await deps.checkpoints.heads(id).catch(() => NO_HEADS);
    if (run !== link.generation()) {
      taken.letGo();
      return close(null, course);
    }
    showKept(store, { run: taken.run, heads, subject: prepared.value });
    store.setState({ phase: 'building', outcome: null });
    taken.goOn(prepared.value);
    if (heads.last !== null && !heads.canGoOn) {
      return closeFinished(prepared.value, { kept: taken.run, last: heads.last, course });
    }
    const { backend } = taken.run.record;
    const kept = { run: id, isResumed: true };
    return train(prepared.value, { backend, settings: prepared.value.settings }, { course, kept });
  }

  /** It had ended, and only its test or its record was not done. */
  async function closeFinished(
    prepared: PreparedRun,
    { kept: { record, curves }, last, course }: Finished,
  ): Promise<RunEnd> {
    const isThere = await network.give(prepared, 'last');
    const { epoch: epochs, batches } = last;
    const seconds = curves.times.at(-1) ?? 0;
    const backend = record.backend ?? 'wasm';
    const outcome = { ended: 'finished', epochs, batches, backend, seconds, divergence: null } as const;
    if (course.isCurrent()) settle(store, { outcome, hasModel: isThere });
    if (isThere) await network.evaluate();
    return close(outcome, course);
  }

  async function train(
    prepared: PreparedRun,
    request: Pick<TrainRequest, 'backend' | 'settings' | 'startWeights'>,
    way: Way,
  ): Promise<RunEnd> {
    const { plan, model, dataset, document } = prepared;
    const { course, kept } = way;
    network.isLast();
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
    if (reply?.ok !== true) return goOn(prepared, way, reply?.error ?? null);
    const outcome = reply.value;
    const problem = divergenceProblem(outcome, request.settings);
    // A run that was asked for no epochs is finished before its first batch.
    const hasModel = problem === null && (outcome.batches > 0 || outcome.ended === 'finished');
    settle(store, { outcome, problem, hasModel, backend: outcome.backend });
    if (hasModel) await network.evaluate();
    return close(outcome, course);
  }

  /** After a lost graphics context, from the last checkpoint; otherwise a failure, or null for a restart, is the end. */
  async function goOn(prepared: PreparedRun, { course, kept }: Way, failure: Failure | null): Promise<RunEnd> {
    const generation = link.generation();
    const backend = kept && (await recovery.backendAfter(prepared, failure));
    if (kept !== null && backend !== null) {
      const resumed = { run: kept.run, isResumed: true };
      return train(prepared, { backend, settings: prepared.settings }, { course, kept: resumed });
    }
    const why = lostFor(store.getState()) ?? failure;
    if (why !== null && generation === link.generation() && course.isCurrent()) {
      settle(store, { loss: null, problem: { kind: 'failure', failure: why } });
    }
    return close(null, course);
  }

  /** The end of a run as its state tells it, which is kept with its record. */
  async function close(outcome: TrainOutcome | null, course: Course): Promise<RunEnd> {
    const { problem, checkpoint, checkpointFault } = store.getState();
    if (outcome === null && course.isCurrent()) settle(store, {});
    if (outcome?.ended === 'finished' && checkpoint !== null) {
      // Without room at the end, what is kept is of an earlier time.
      store.setState({ checkpoint: checkpointFault === null ? { ...checkpoint, canGoOn: false } : null });
    }
    const ended = outcome?.ended ?? (problem === null ? 'stopped' : 'failed');
    const status = ended === 'failed' && checkpoint !== null ? 'interrupted' : ended;
    return { ended, record: await recorder.end(status), problem };
  }

  function refuse(problem: RunProblem, course: Course): RunEnd {
    if (course.isCurrent()) settle(store, { problem });
    return failed(problem);
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
    turn++;
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
    evaluate: network.evaluate,
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
      await over();
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
    ask: network.ask,
    load: network.load,
    show: network.show,
    showLast: network.showLast,
    async keepEpoch() {
      if (idle()) return;
      store.setState({ keepsEpoch: true });
      await link.ask('keep-epoch', {});
    },
  };
  return { store, actions, dispose: link.dispose };
}

/** Of a run: whose it is, and the record that is kept of it; null: none is. */
interface Way {
  readonly course: Course;
  readonly kept: { readonly run: RunId; readonly isResumed: boolean } | null;
}

/** A run that had ended. */
interface Finished {
  readonly course: Course;
  readonly kept: KeptRun;
  readonly last: CheckpointHead;
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
