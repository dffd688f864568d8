import type { StoreApi } from 'zustand/vanilla';
import type { Analysis } from '@/lib/analysis/analysis';
import type { ModelPlan } from '@/lib/compile/plan';
import type { JsonObject } from '@/lib/core/json';
import { fail, succeed, type Result } from '@/lib/core/result';
import type { Dataset } from '@/lib/datasets/dataset';
import type { Document } from '@/lib/document/document';
import { readDocument } from '@/lib/document/load';
import type { KeptRun } from '@/lib/runs/run-record';
import type { CheckpointHeads } from '@/lib/training/checkpoints/checkpoint';
import type { PreparedRun } from '@/lib/state/run-backend';
import { curvesOf } from '@/lib/state/run-events';
import { createSeries } from '@/lib/state/run-series';
import type { KeptState, RunProblem, RunState, RunSubject } from '@/lib/state/run-state';

/** What making a design ready to be trained takes. */
export interface PrepareDeps {
  readonly analyze: (document: Document) => Analysis;
  /** The design as a plan and the Keras JSON built from it; null while errors stand. */
  readonly compile: (
    document: Document,
    analysis: Analysis,
  ) => { readonly plan: ModelPlan; readonly model: JsonObject } | null;
  readonly dataset: (id: string) => Dataset | undefined;
}

export const INITIAL: RunState = {
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
  gradients: [],
  outcome: null,
  report: null,
  problem: null,
  backends: [],
  calibration: null,
  run: null,
  checkpoint: null,
  checkpointFault: null,
  loss: null,
  moves: [],
  renderer: null,
  unkept: null,
  keepsEpoch: false,
  given: null,
  hasModel: false,
  silent: false,
};

export function prepareRun(deps: PrepareDeps, document: Document): Result<PreparedRun, RunProblem> {
  const settings = document.training;
  const dataset = deps.dataset(settings.dataset);
  if (dataset === undefined) return fail({ kind: 'unknown-dataset', dataset: settings.dataset });
  const compiled = deps.compile(document, deps.analyze(document));
  if (compiled === null) return fail({ kind: 'design-errors' });
  return succeed({ document, settings, dataset, ...compiled });
}

/** A kept run's own design, whatever is open. */
export function prepareKept(deps: PrepareDeps, { record, document }: KeptRun): Result<PreparedRun, RunProblem> {
  const read = readDocument(document, record.name);
  return read.ok ? prepareRun(deps, read.value.document) : fail({ kind: 'run-gone' });
}

/** Nothing measured yet of this subject; what is known of the backends stays. */
export function clearRun(store: StoreApi<RunState>, { document, settings, plan, dataset }: RunSubject): void {
  const { seriesVersion, backends, calibration } = store.getState();
  const kept = { backends, calibration, seriesVersion: seriesVersion + 1 };
  const subject = { document, settings, plan, dataset };
  store.setState({ ...INITIAL, ...kept, series: createSeries(), subject });
}

/** A kept run as the state shows it. */
export function showKept(store: StoreApi<RunState>, { run, heads, subject }: ShownRun): void {
  const { record, curves, report } = run;
  clearRun(store, subject);
  const { backend, outcome, id } = record;
  // The end found no room: what is kept is of an earlier time.
  const isOlder = outcome?.ended === 'finished' && heads.canGoOn;
  const checkpoint = isOlder ? null : keptStateOf(heads);
  store.setState({ ...curvesOf(curves, subject), run: id, backend, outcome, report, checkpoint });
}

export interface ShownRun {
  readonly run: KeptRun;
  readonly heads: CheckpointHeads;
  readonly subject: RunSubject;
}

function keptStateOf({ last, best, kept, canGoOn }: CheckpointHeads): KeptState | null {
  if (last === null) return null;
  const epochs = kept.map(({ epoch }) => epoch);
  return {
    epoch: last.epoch,
    batches: last.batches,
    bytes: last.bytes,
    best: best?.epoch ?? null,
    kept: epochs,
    canGoOn,
  };
}
