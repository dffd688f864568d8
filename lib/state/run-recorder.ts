import type { StoreApi } from 'zustand/vanilla';
import { documentFile } from '@/lib/document/save';
import type { KeptRun, Machine, RunCurves, RunData, RunId, RunRecord, RunStatus } from '@/lib/runs/run-record';
import type { Dataset } from '@/lib/datasets/dataset';
import { learnedKind } from '@/lib/training/learned-kind';
import { splitCounts } from '@/lib/training/split-counts';
import type { BackendName, EpochMetrics } from '@/lib/training/protocol';
import type { RunOrder } from '@/lib/state/run-order';
import type { EpochPoint, RunState, RunSubject } from '@/lib/state/run-state';
import type { Timer } from '@/lib/state/run-watchdog';
import type { LiveRun, RunsStore } from '@/lib/state/runs';

/** How often the list of runs follows one that goes on, and how often it is written at most. */
const SHOW_MS = 500;
const KEEP_MS = 2000;
/** Long curves take long to write: no more than this share of the time goes there. */
const MOST_SHARE = 0.02;

export interface RecorderDeps {
  readonly runs: RunsStore;
  readonly timer: Timer;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => RunId;
  /** The design that is open. */
  readonly openDesign: () => string;
  readonly machine: () => Machine;
}

/** Keeps the run that goes on, from its start to its end, as the state tells of it. */
export interface RunRecorder {
  begin(run: NewRun): Promise<void>;
  /** Takes hold of an interrupted or stopped run; null: it is gone, or goes on in another tab. */
  take(id: RunId): Promise<TakenRun | null>;
  /** The run is over; null: none was begun. */
  end(status: RunStatus): Promise<RunRecord | null>;
  /** What became known of the last run after its end. */
  amend(): Promise<void>;
}

export interface NewRun {
  readonly order: RunOrder;
  readonly subject: RunSubject;
  readonly backend: BackendName;
  /** False: it was ended before it could be begun, and leaves no record. */
  readonly isWanted: () => boolean;
}

/** A run that nobody else can go on with now. */
export interface TakenRun {
  readonly run: KeptRun;
  /** From here on it is kept as it goes. */
  goOn(subject: RunSubject): void;
  /** It will not be gone on with. */
  letGo(): void;
}

interface Current {
  readonly start: RunRecord;
  readonly subject: RunSubject;
  readonly letGo: () => void;
}

export function createRunRecorder(store: StoreApi<RunState>, deps: RecorderDeps): RunRecorder {
  const { runs, timer, now } = deps;
  let current: Current | null = null;
  /** The run before, with its record as it ended. */
  let ended: Current | null = null;
  let cancel: (() => void) | null = null;
  let keptAt = 0;
  let keepEveryMs = KEEP_MS;

  function liveRun({ start, subject }: Current, status: RunStatus | null = null): LiveRun {
    const state = store.getState();
    const record = { ...recordOf(start, state), ...(status === null ? {} : { status }), changedAt: now() };
    return {
      record,
      snapshot: () => ({
        record,
        document: documentFile(subject.document),
        curves: curvesOf(store.getState()),
        report: store.getState().report,
      }),
    };
  }

  async function keep(): Promise<void> {
    if (current === null) return;
    const started = now();
    const outcome = await runs.live.keep(current.start.id);
    keptAt = now();
    keepEveryMs = Math.max(KEEP_MS, (keptAt - started) / MOST_SHARE);
    store.setState({ unkept: outcome === 'kept' ? null : outcome });
  }

  function follow(): void {
    if (current === null || cancel !== null) return;
    cancel = timer.after(SHOW_MS, () => {
      cancel = null;
      if (current === null) return;
      runs.live.show(liveRun(current));
      if (now() - keptAt >= keepEveryMs) void keep();
      else follow();
    });
  }

  store.subscribe((state, before) => {
    const isNews = state.seriesVersion !== before.seriesVersion || state.phase !== before.phase;
    if (isNews || state.checkpoint !== before.checkpoint) follow();
    const isFull = state.checkpointFault !== before.checkpointFault && state.checkpointFault?.reason === 'quota';
    // The next checkpoint finds the room that removed runs took.
    if (isFull) void runs.actions.purge();
  });

  async function hold(id: RunId): Promise<(() => void) | null> {
    await runs.ready;
    return runs.live.hold(id);
  }

  return {
    async begin({ order, subject, backend, isWanted }) {
      const id = deps.newId();
      const letGo = await hold(id);
      if (letGo === null) return;
      if (!isWanted()) return letGo();
      const start = newRecord({ id, order, subject, backend }, deps);
      current = { start, subject, letGo };
      store.setState({ run: id });
      keptAt = now();
      const outcome = await runs.live.add(liveRun(current));
      store.setState({ unkept: outcome === 'kept' ? null : outcome });
    },
    async take(id) {
      const letGo = await hold(id);
      if (letGo === null) return null;
      const run = await runs.read(id);
      if (run === null) {
        letGo();
        return null;
      }
      const goOn = (subject: RunSubject): void => {
        current = { start: run.record, subject, letGo };
        runs.live.show(liveRun(current));
        store.setState({ run: id });
      };
      return { run, goOn, letGo };
    },
    async end(status) {
      const over = current;
      if (over === null) return null;
      cancel?.();
      cancel = null;
      current = null;
      const run = liveRun(over, status);
      ended = { ...over, start: run.record };
      runs.live.show(run);
      await runs.live.keep(over.start.id);
      over.letGo();
      return run.record;
    },
    async amend() {
      const run = ended;
      if (current !== null || run === null || store.getState().run !== run.start.id) return;
      const letGo = await hold(run.start.id);
      if (letGo === null) return;
      // Another run may be shown by now: its curves are not this one's.
      if (store.getState().run !== run.start.id) return letGo();
      runs.live.show(liveRun(run, run.start.status));
      await runs.live.keep(run.start.id);
      letGo();
    },
  };
}

interface Begun extends Omit<NewRun, 'isWanted'> {
  readonly id: RunId;
}

function newRecord({ id, order, subject, backend }: Begun, deps: RecorderDeps): RunRecord {
  const design = deps.openDesign();
  const { records } = deps.runs.store.getState();
  const number = records.filter((record) => record.design === design).length + 1;
  const at = deps.now();
  return {
    id,
    name: order.name ?? `${subject.document.name} #${number}`,
    tags: order.tags ?? [],
    note: '',
    createdAt: at,
    changedAt: at,
    design,
    parent: order.parent,
    data: dataOf(subject),
    learns: learnedKind(subject.plan, subject),
    backend,
    machine: deps.machine(),
    status: 'running',
    study: order.study,
    outcome: null,
    last: null,
    epochs: 0,
    params: subject.plan.params,
    test: null,
    kept: [],
  };
}

function dataOf({
  dataset,
  settings,
}: {
  readonly dataset: Dataset;
  readonly settings: RunSubject['settings'];
}): RunData {
  const { training, validation } = splitCounts(dataset.training.count, settings);
  return {
    id: dataset.id,
    title: dataset.title,
    training,
    validation,
    test: dataset.test.count,
    isSynthetic: dataset.isSynthetic,
  };
}

function recordOf(start: RunRecord, state: RunState): RunRecord {
  const last = state.epochs.at(-1);
  const { report } = state;
  return {
    ...start,
    backend: state.backend ?? start.backend,
    ...(state.moves.length === 0 ? {} : { moves: [...(start.moves ?? []), ...state.moves] }),
    machine: state.renderer === null ? start.machine : { ...start.machine, renderer: state.renderer },
    status: state.phase === 'paused' ? 'paused' : 'running',
    outcome: state.outcome,
    last: last === undefined ? null : metricsOf(last),
    epochs: state.epochs.length,
    test: report && { count: report.count, accuracy: report.accuracy, loss: report.loss },
    kept: state.checkpoint?.kept ?? start.kept,
  };
}

function curvesOf({ series, gradients, epochs }: RunState): RunCurves {
  return {
    losses: series.losses.slice(),
    scores: series.accuracies.slice(),
    times: Float32Array.from(series.times),
    gradients: Float32Array.from(gradients.flat()),
    epochs: epochs.map(metricsOf),
  };
}

/** Epochs count from 0 in records, as in the worker. */
function metricsOf({ batches: _, ...metrics }: EpochPoint): EpochMetrics {
  return { ...metrics, epoch: metrics.epoch - 1 };
}
