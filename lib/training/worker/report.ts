import type * as tf from '@tensorflow/tfjs';
import type { TrainingSettings } from '@/lib/document/training-settings';
import type { ModelPlan } from '@/lib/compile/plan';
import type { WorkerEvent } from '@/lib/training/protocol';
import type { BatchLog, BatchResults } from '@/lib/training/worker/batch-log';
import { findDivergence, type Divergence } from '@/lib/training/worker/divergence';
import { addResults, secondsOf, type Progress } from '@/lib/training/worker/progress';
import type { SampleSplit } from '@/lib/training/worker/sample-order';

/** Between two reports; the batches of one report are read from the backend together. */
const REPORT_MS = 100;
const MOST_BATCHES_PER_REPORT = 64;
const BATCHES_PER_CHECK = 25;
/** A batch loss this many times the epoch's mean so far makes the weights be looked at. */
const SUSPICIOUS_JUMP = 10;

export interface ReportedRun {
  readonly plan: ModelPlan;
  readonly model: tf.LayersModel;
  readonly settings: TrainingSettings;
  readonly split: SampleSplit;
  readonly emit: (event: WorkerEvent) => void;
  readonly now: () => number;
}

export interface ReportOptions {
  readonly log: BatchLog;
  /** Whatever the losses look like, the weights are looked at. */
  readonly mustCheck: boolean;
}

/** Reads the log, tells the page, and looks at the weights when it is time or the losses look wrong. */
export async function startReport(
  run: ReportedRun,
  progress: Progress,
  { log, mustCheck }: ReportOptions,
): Promise<Divergence | null> {
  if (log.count === 0) return null;
  const last = progress.batches;
  const first = last - log.count;
  const results = await log.read();
  const elapsed = run.now() - progress.reportedAt;
  progress.reportedAt = run.now();
  const examples = results.sizes.reduce((sum, size) => sum + size, 0);
  progress.speed.add(examples, elapsed / 1000);
  const wanted = Math.round((results.sizes.length * REPORT_MS) / Math.max(1, elapsed));
  progress.perReport = Math.min(MOST_BATCHES_PER_REPORT, Math.max(1, wanted));
  const isSuspicious = looksWrong(results, progress);
  addResults(progress, results);
  progress.times.push(last, secondsOf(progress, run.now()));
  emitBatches(run, progress, { first, results });
  const isDue = last - progress.checkedAt >= BATCHES_PER_CHECK || first === 0;
  if (!isSuspicious && !isDue && !mustCheck) return null;
  progress.checkedAt = last;
  return divergenceAfter(run, last, results);
}

function looksWrong({ losses }: BatchResults, { lossSum, examplesInEpoch }: Progress): boolean {
  const mean = examplesInEpoch === 0 ? Number.POSITIVE_INFINITY : lossSum / examplesInEpoch;
  return losses.some((loss) => !Number.isFinite(loss) || loss > SUSPICIOUS_JUMP * mean);
}

async function divergenceAfter(run: ReportedRun, batch: number, { losses }: BatchResults): Promise<Divergence | null> {
  const inWeights = await findDivergence(run.plan, run.model, batch);
  if (inWeights !== null) return inWeights;
  const hasLostLoss = losses.some((loss) => !Number.isFinite(loss));
  return hasLostLoss ? { node: null, reason: 'non-finite', batch } : null;
}

function emitBatches(
  run: ReportedRun,
  progress: Progress,
  { first, results }: { readonly first: number; readonly results: BatchResults },
): void {
  const { epochs } = run.settings;
  const perEpoch = run.split.training.length;
  const done = progress.epoch * perEpoch + progress.examplesInEpoch;
  const validationsLeft = (epochs - progress.epoch) * run.split.validation.length;
  run.emit({
    kind: 'batches',
    first,
    losses: results.losses,
    accuracies: results.scores,
    examplesPerSecond: progress.speed.examplesPerSecond,
    secondsLeft: progress.speed.secondsLeft(epochs * perEpoch - done, validationsLeft),
    epoch: progress.epoch,
    progress: done / (epochs * perEpoch),
    seconds: secondsOf(progress, run.now()),
  });
}
