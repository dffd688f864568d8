import type { Checkpoint, RunMemory } from '@/lib/training/checkpoints/checkpoint';
import type { BackendName, EarlyEnd, EpochMetrics, TrainOutcome, TrainPhase } from '@/lib/training/protocol';
import { createBatchLog, type BatchLog } from '@/lib/training/worker/batch-log';
import { batchesInAdvance, disposeBatch } from '@/lib/training/worker/batches';
import { readWeights } from '@/lib/training/worker/build-model';
import type { Checkpointer } from '@/lib/training/worker/checkpointer';
import type { Divergence } from '@/lib/training/worker/divergence';
import { evaluateSamples, headResults, type Evaluation } from '@/lib/training/worker/evaluate';
import type { Feed, PlainFeed } from '@/lib/training/worker/feed';
import { layerSteps } from '@/lib/training/worker/layer-steps';
import type { HealthProbe } from '@/lib/training/worker/health/health-probe';
import type { Learner } from '@/lib/training/worker/learner';
import type { Objective } from '@/lib/training/worker/objective';
import { memoryOf, secondsOf, startEpoch, startProgress, type Progress } from '@/lib/training/worker/progress';
import { startReport, type ReportedRun } from '@/lib/training/worker/report';
import type { RunControl } from '@/lib/training/worker/run-control';
import { epochOrder } from '@/lib/training/worker/sample-order';

export interface TrainingRun extends ReportedRun {
  readonly objective: Objective;
  readonly learner: Learner;
  readonly backend: BackendName;
  readonly trainingFeed: Feed;
  readonly validationFeed: PlainFeed;
  readonly control: RunControl;
  /** Looks into steps; absent: nobody does. */
  readonly health?: HealthProbe;
  /** Lets messages in. */
  readonly macroTask: () => Promise<void>;
  /** Without it nothing is kept. */
  readonly checkpointer?: Checkpointer | null;
  /** Where to go on, with model and learner as they were then; otherwise at the start. */
  readonly from?: RunMemory | null;
}

interface State {
  readonly progress: Progress;
  readonly log: BatchLog;
}

/** Trains until done, stopped or diverged; the model keeps what it has learned. */
export async function train(run: TrainingRun): Promise<TrainOutcome> {
  const progress = startProgress(run.now(), run.from ?? null);
  const state: State = { progress, log: createBatchLog() };
  let divergence: Divergence | null = null;
  let best: number | null = null;
  try {
    // From the very start on: where there is no room it is known now.
    if (!run.from) await keep(run, progress, { ...WITHIN_EPOCH, always: true });
    divergence = await trainEpochs(run, state);
    best = await keepAtEnd(run, progress, divergence);
  } finally {
    state.log.dispose();
  }
  return {
    ended: endOf(divergence, run.control),
    epochs: progress.epoch,
    batches: progress.batches,
    backend: run.backend,
    seconds: secondsOf(progress, run.now()),
    divergence,
    ...(best === null ? {} : { earlyStopping: earlyEnd(run, progress, best) }),
  };
}

function earlyEnd({ settings }: TrainingRun, { epoch }: Progress, best: number): EarlyEnd {
  return { stopped: epoch < settings.epochs, best: best + 1 };
}

async function trainEpochs(run: TrainingRun, state: State): Promise<Divergence | null> {
  const { progress } = state;
  let isOver = false;
  while (progress.epoch < run.settings.epochs && !isOver && !run.control.stopped) {
    const divergence = await trainEpoch(run, state);
    if (divergence !== null) return divergence;
    if (!run.control.stopped) isOver = await finishEpoch(run, progress);
  }
  return null;
}

function endOf(divergence: Divergence | null, control: RunControl): TrainOutcome['ended'] {
  if (divergence !== null) return 'diverged';
  return control.stopped ? 'stopped' : 'finished';
}

function emitPhase(run: TrainingRun, phase: TrainPhase): void {
  run.emit({ kind: 'phase', phase, backend: run.backend });
}

async function trainEpoch(run: TrainingRun, { progress, log }: State): Promise<Divergence | null> {
  const { settings, split, control } = run;
  emitPhase(run, 'training');
  progress.reportedAt = run.now();
  const order = epochOrder(split.training, settings.seed, progress.epoch);
  const { epoch, batch: from } = progress;
  const epochBatches = { feed: run.trainingFeed, control, order, epoch, batchSize: settings.batchSize, from };
  // The graphics card goes on while a report is read: the next one waits for it, so that only one is ever on its way.
  let report: Promise<Divergence | null> = Promise.resolve(null);
  for await (const { batch, size, place } of batchesInAdvance(epochBatches)) {
    // Of the whole run, as far as can be foreseen: early stopping cannot.
    const isLast = epoch === settings.epochs - 1 && place.batch === place.batches - 1;
    const isDue = run.health?.isDue(progress.batches, isLast) === true;
    const look = isDue ? (run.health?.begin(batch.inputs) ?? null) : null;
    try {
      log.add(run.learner.step(batch, place, look?.watch), size);
    } catch (error) {
      look?.dispose();
      throw error;
    } finally {
      disposeBatch(batch);
    }
    if (look !== null) run.emit({ kind: 'health', snapshot: await look.end({ batch: progress.batches, epoch }) });
    progress.batch += 1;
    progress.batches += 1;
    await run.macroTask();
    const mustKeep = control.paused || run.checkpointer?.isDue() === true;
    if (log.count >= progress.perReport || mustKeep) {
      const divergence = await report;
      if (divergence !== null) return divergence;
      report = startReport(run, progress, { log, mustCheck: mustKeep });
      // A failure is thrown where the report is awaited, not here and unhandled.
      report.catch(() => {});
    }
    if (mustKeep) {
      const divergence = await report;
      if (divergence !== null) return divergence;
      await keep(run, progress, WITHIN_EPOCH);
    }
    await pauseIfAsked(run, progress);
  }
  return (await report) ?? startReport(run, progress, { log, mustCheck: true });
}

const WITHIN_EPOCH = { isBest: false, staysKept: false, always: false };

/** Everything that was done must have been reported. */
async function keep(run: TrainingRun, progress: Progress, options: Parameters<Checkpointer['save']>[1]): Promise<void> {
  await run.checkpointer?.save(() => takeCheckpoint(run, progress), options);
}

async function takeCheckpoint({ plan, model, learner, now }: TrainingRun, progress: Progress): Promise<Checkpoint> {
  const [weights, state] = await Promise.all([readWeights(plan, model), learner.state()]);
  return { weights, memory: { ...memoryOf(progress, now()), learner: state, layerSteps: layerSteps(model) } };
}

/**
 * What a person stopped can be gone on with; of what is finished the weights stay as they are in the end. Returns the
 * epoch whose weights early stopping put back.
 */
async function keepAtEnd(run: TrainingRun, progress: Progress, divergence: Divergence | null): Promise<number | null> {
  const { checkpointer, learner, control } = run;
  const isFinished = divergence === null && !control.stopped;
  const best = isFinished ? learner.takeBest() : null;
  const isBetweenEpochs = progress.batch === 0;
  if (divergence === null && progress.batches > 0 && (best !== null || !isBetweenEpochs)) {
    await keep(run, progress, { ...WITHIN_EPOCH, always: true });
  }
  await checkpointer?.end(isFinished);
  return best;
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

/**
 * Validates, tells the page, and counts the epoch; true: early stopping has seen enough. A stop in the middle of the
 * validation leaves its figures out.
 */
async function finishEpoch(run: TrainingRun, progress: Progress): Promise<boolean> {
  const validation = await validate(run, progress);
  if (run.control.stopped) return false;
  const metrics: EpochMetrics = {
    epoch: progress.epoch,
    loss: progress.lossSum / progress.examplesInEpoch,
    accuracy: progress.scoreSum / progress.examplesInEpoch,
    validationLoss: validation?.loss ?? null,
    validationAccuracy: validation?.accuracy ?? null,
    ...headsOf(validation, run),
  };
  const isOver = run.learner.endEpoch({
    loss: metrics.validationLoss ?? metrics.loss,
    score: metrics.validationAccuracy ?? metrics.accuracy,
  });
  progress.epoch += 1;
  progress.epochs.push(metrics);
  startEpoch(progress);
  run.emit({ kind: 'epoch', metrics });
  const staysKept = run.control.takeKeepEpoch() || run.checkpointer?.keepsEpoch(progress.epoch) === true;
  await keep(run, progress, { isBest: isBestEpoch(progress.epochs), staysKept, always: true });
  return isOver;
}

function headsOf(validation: Evaluation | null, run: TrainingRun): Pick<EpochMetrics, 'heads'> {
  const heads = validation === null ? [] : headResults(validation, run);
  return heads.length === 0 ? {} : { heads };
}

/** Whether the last epoch has the smallest loss so far, of the validation where there is one. */
function isBestEpoch(epochs: readonly EpochMetrics[]): boolean {
  const losses = epochs.map(({ loss, validationLoss }) => validationLoss ?? loss);
  return losses.indexOf(Math.min(...losses)) === losses.length - 1;
}

async function validate(run: TrainingRun, progress: Progress): Promise<Evaluation | null> {
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
