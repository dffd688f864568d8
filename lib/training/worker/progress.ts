import type { RunMemory } from '@/lib/training/checkpoints/checkpoint';
import type { EpochMetrics } from '@/lib/training/protocol';
import type { BatchResults } from '@/lib/training/worker/batch-log';
import { createSpeed, type Speed } from '@/lib/training/worker/speed';

/** Where a run stands, and what it has measured. */
export interface Progress {
  /** Epochs that ended. */
  epoch: number;
  /** Batches done, of the epoch in progress and of all. */
  batch: number;
  batches: number;
  examplesInEpoch: number;
  lossSum: number;
  scoreSum: number;
  /** Batches from one report to the next, adapted so that a report comes in time. */
  perReport: number;
  startedAt: number;
  reportedAt: number;
  checkedAt: number;
  pausedMs: number;
  /** Of training before this worker took the run over. */
  readonly secondsBefore: number;
  readonly speed: Speed;
  readonly losses: Float32Array[];
  readonly scores: Float32Array[];
  /** [batches so far, seconds] in pairs. */
  readonly times: number[];
  readonly epochs: EpochMetrics[];
}

/** At the start of a run, or where `memory` was written. */
export function startProgress(now: number, memory: RunMemory | null): Progress {
  const { place, epochSums } = memory ?? {};
  return {
    epoch: place?.epoch ?? 0,
    batch: place?.batch ?? 0,
    batches: place?.batches ?? 0,
    examplesInEpoch: epochSums?.examples ?? 0,
    lossSum: epochSums?.loss ?? 0,
    scoreSum: epochSums?.score ?? 0,
    perReport: 1,
    startedAt: now,
    reportedAt: now,
    checkedAt: place?.batches ?? 0,
    pausedMs: 0,
    secondsBefore: memory?.seconds ?? 0,
    speed: createSpeed(),
    losses: memory === null ? [] : [memory.losses],
    scores: memory === null ? [] : [memory.scores],
    times: Array.from(memory?.times ?? []),
    epochs: [...(memory?.epochs ?? [])],
  };
}

/** Of training so far, without the pauses. */
export function secondsOf({ secondsBefore, startedAt, pausedMs }: Progress, now: number): number {
  return secondsBefore + (now - startedAt - pausedMs) / 1000;
}

export function addResults(progress: Progress, { losses, scores, sizes }: BatchResults): void {
  progress.losses.push(losses);
  progress.scores.push(scores);
  sizes.forEach((size, index) => {
    progress.examplesInEpoch += size;
    progress.lossSum += (losses[index] ?? 0) * size;
    progress.scoreSum += (scores[index] ?? 0) * size;
  });
}

export function startEpoch(progress: Progress): void {
  Object.assign(progress, { batch: 0, examplesInEpoch: 0, lossSum: 0, scoreSum: 0 });
}

/** What of a run's memory its progress is; everything that was done must have been reported. */
export function memoryOf(progress: Progress, now: number): Omit<RunMemory, 'learner' | 'layerSteps'> {
  const { epoch, batch, batches, examplesInEpoch, lossSum, scoreSum } = progress;
  return {
    place: { epoch, batch, batches },
    epochSums: { examples: examplesInEpoch, loss: lossSum, score: scoreSum },
    seconds: secondsOf(progress, now),
    losses: joined(progress.losses),
    scores: joined(progress.scores),
    times: Float32Array.from(progress.times),
    epochs: [...progress.epochs],
  };
}

/** Of one array from now on, so that joining again costs little. */
function joined(parts: Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  parts.splice(0, parts.length, whole);
  return whole;
}
