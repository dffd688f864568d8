import * as tf from '@tensorflow/tfjs';
import type { TrainingSettings } from '@/lib/document/training-settings';
import type { ModelPlan } from '@/lib/compile/plan';
import type { BackendName, EpochMetrics, TrainOutcome, TrainPhase, WorkerEvent } from '@/lib/training/protocol';
import { createBatchLog, type BatchLog, type BatchResults } from '@/lib/training/worker/batch-log';
import { findDivergence, type Divergence } from '@/lib/training/worker/divergence';
import { evaluateSamples } from '@/lib/training/worker/evaluate';
import type { Batch, Feed, PlainFeed } from '@/lib/training/worker/feed';
import type { Learner } from '@/lib/training/worker/learner';
import type { Objective } from '@/lib/training/worker/objective';
import type { RunControl } from '@/lib/training/worker/run-control';
import { epochOrder, type SampleSplit } from '@/lib/training/worker/sample-order';
import { createSpeed, type Speed } from '@/lib/training/worker/speed';

/** Between two reports; the batches of one report are read from the backend together. */
const REPORT_MS = 100;
const MOST_BATCHES_PER_REPORT = 64;
const BATCHES_PER_CHECK = 25;
/** A batch loss this many times the epoch's mean so far makes the weights be looked at. */
const SUSPICIOUS_JUMP = 10;

export interface TrainingRun {
  readonly plan: ModelPlan;
  readonly model: tf.LayersModel;
  readonly objective: Objective;
  readonly learner: Learner;
  readonly settings: TrainingSettings;
  readonly backend: BackendName;
  readonly split: SampleSplit;
  readonly trainingFeed: Feed;
  readonly validationFeed: PlainFeed;
  readonly control: RunControl;
  /** Lets messages in. */
  readonly macroTask: () => Promise<void>;
  readonly emit: (event: WorkerEvent) => void;
  /** Milliseconds, from any start. */
  readonly now: () => number;
}

interface Progress {
  epoch: number;
  batches: number;
  examplesInEpoch: number;
  lossSum: number;
  scoreSum: number;
  /** Batches from one report to the next, adapted so that a report comes every REPORT_MS. */
  perReport: number;
  startedAt: number;
  reportedAt: number;
  checkedAt: number;
  pausedMs: number;
  readonly speed: Speed;
}

/** Trains until done, stopped or diverged; the model keeps what it has learned. */
export async function train(run: TrainingRun): Promise<TrainOutcome> {
  const started = run.now();
  const progress: Progress = {
    epoch: 0,
    batches: 0,
    examplesInEpoch: 0,
    lossSum: 0,
    scoreSum: 0,
    perReport: 1,
    startedAt: started,
    reportedAt: started,
    checkedAt: 0,
    pausedMs: 0,
    speed: createSpeed(),
  };
  const log = createBatchLog();
  let divergence: Divergence | null = null;
  try {
    while (progress.epoch < run.settings.epochs && divergence === null && !run.control.stopped) {
      divergence = await trainEpoch(run, progress, log);
      if (divergence === null && !run.control.stopped) await finishEpoch(run, progress);
    }
  } finally {
    log.dispose();
  }
  return {
    ended: endOf(divergence, run.control),
    epochs: progress.epoch,
    batches: progress.batches,
    backend: run.backend,
    seconds: secondsOf(run, progress),
    divergence,
  };
}

/** Of training so far, without the pauses. */
function secondsOf(run: TrainingRun, { startedAt, pausedMs }: Progress): number {
  return (run.now() - startedAt - pausedMs) / 1000;
}

function endOf(divergence: Divergence | null, control: RunControl): TrainOutcome['ended'] {
  if (divergence !== null) return 'diverged';
  return control.stopped ? 'stopped' : 'finished';
}

function emitPhase(run: TrainingRun, phase: TrainPhase): void {
  run.emit({ kind: 'phase', phase, backend: run.backend });
}

async function trainEpoch(run: TrainingRun, progress: Progress, log: BatchLog): Promise<Divergence | null> {
  const { settings, split, control } = run;
  emitPhase(run, 'training');
  Object.assign(progress, { examplesInEpoch: 0, lossSum: 0, scoreSum: 0, reportedAt: run.now() });
  const order = epochOrder(split.training, settings.seed, progress.epoch);
  // The graphics card goes on while a report is read: the next one waits for it, so that only one is ever on its way.
  let report: Promise<Divergence | null> = Promise.resolve(null);
  for await (const { batch, size } of batchesInAdvance(run, order, progress.epoch)) {
    try {
      log.add(run.learner.step(batch), size);
    } finally {
      disposeBatch(batch);
    }
    progress.batches += 1;
    await run.macroTask();
    if (log.count >= progress.perReport || control.paused) {
      const divergence = await report;
      if (divergence !== null) return divergence;
      report = startReport(run, progress, { log, isLast: false });
      // A failure is thrown where the report is awaited, not here and unhandled.
      report.catch(() => {});
    }
    if (control.paused) await report;
    await pauseIfAsked(run, progress);
  }
  return (await report) ?? startReport(run, progress, { log, isLast: true });
}

interface SizedBatch<B> {
  readonly batch: B;
  readonly size: number;
}

/** An epoch's batches until a stop; each is made ready while the one before is trained on. The taker disposes them. */
async function* batchesInAdvance(
  { settings, trainingFeed, control }: TrainingRun,
  order: Uint32Array,
  epoch: number,
): AsyncGenerator<SizedBatch<Batch>> {
  const count = Math.ceil(order.length / settings.batchSize);
  const ask = (batch: number): SizedBatch<Batch | Promise<Batch>> | null => {
    if (batch === count) return null;
    const indices = order.subarray(batch * settings.batchSize, (batch + 1) * settings.batchSize);
    return { batch: trainingFeed.batch(indices, { epoch, batch }), size: indices.length };
  };
  let coming = ask(0);
  try {
    for (let batch = 1; coming !== null && !control.stopped; batch += 1) {
      const current: SizedBatch<Batch | Promise<Batch>> = coming;
      coming = ask(batch);
      yield { batch: await current.batch, size: current.size };
    }
  } finally {
    // What was asked for in vain.
    if (coming !== null) void Promise.resolve(coming.batch).then(disposeBatch, () => {});
  }
}

function disposeBatch({ inputs, targets }: Batch): void {
  tf.dispose([inputs, ...targets]);
}

/** Reads the log, tells the page, and looks at the weights when it is time or the losses look wrong. */
async function startReport(
  run: TrainingRun,
  progress: Progress,
  { log, isLast }: { readonly log: BatchLog; readonly isLast: boolean },
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
  addToEpoch(results, progress);
  emitBatches(run, progress, { first, results });
  const isDue = last - progress.checkedAt >= BATCHES_PER_CHECK || first === 0;
  if (!isSuspicious && !isDue && !isLast) return null;
  progress.checkedAt = last;
  return divergenceAfter(run, last, results);
}

function looksWrong({ losses }: BatchResults, { lossSum, examplesInEpoch }: Progress): boolean {
  const mean = examplesInEpoch === 0 ? Number.POSITIVE_INFINITY : lossSum / examplesInEpoch;
  return losses.some((loss) => !Number.isFinite(loss) || loss > SUSPICIOUS_JUMP * mean);
}

async function divergenceAfter(run: TrainingRun, batch: number, { losses }: BatchResults): Promise<Divergence | null> {
  const inWeights = await findDivergence(run.plan, run.model, batch);
  if (inWeights !== null) return inWeights;
  const hasLostLoss = losses.some((loss) => !Number.isFinite(loss));
  return hasLostLoss ? { node: null, reason: 'non-finite', batch } : null;
}

function addToEpoch({ losses, scores, sizes }: BatchResults, progress: Progress): void {
  sizes.forEach((size, index) => {
    progress.examplesInEpoch += size;
    progress.lossSum += (losses[index] ?? 0) * size;
    progress.scoreSum += (scores[index] ?? 0) * size;
  });
}

function emitBatches(
  run: TrainingRun,
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
    seconds: secondsOf(run, progress),
  });
}

async function pauseIfAsked(run: TrainingRun, progress: Progress): Promise<void> {
  if (!run.control.paused) return;
  const pausedAt = run.now();
  emitPhase(run, 'paused');
  await run.control.untilRunning();
  progress.pausedMs += run.now() - pausedAt;
  progress.reportedAt = run.now();
  if (!run.control.stopped) emitPhase(run, 'training');
}

/** Validates, tells the page, and counts the epoch; a stop in the middle of the validation leaves its figures out. */
async function finishEpoch(run: TrainingRun, progress: Progress): Promise<void> {
  const validation = await validate(run, progress);
  const metrics: EpochMetrics = {
    epoch: progress.epoch,
    loss: progress.lossSum / progress.examplesInEpoch,
    accuracy: progress.scoreSum / progress.examplesInEpoch,
    validationLoss: validation?.loss ?? null,
    validationAccuracy: validation?.accuracy ?? null,
  };
  progress.epoch += 1;
  run.emit({ kind: 'epoch', metrics });
}

async function validate(
  run: TrainingRun,
  progress: Progress,
): Promise<{ readonly loss: number; readonly accuracy: number } | null> {
  if (run.split.validation.length === 0) return null;
  emitPhase(run, 'validating');
  return evaluateSamples({
    objective: run.objective,
    feed: run.validationFeed,
    samples: run.split.validation,
    between: async () => {
      await run.macroTask();
      await pauseIfAsked(run, progress);
      return !run.control.stopped;
    },
  });
}
