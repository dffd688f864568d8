import type { NamedTensor } from '@/lib/core/named-tensor';
import type { EpochMetrics } from '@/lib/training/protocol';

/** Where a run stands between two batches. */
export interface RunPlace {
  /** Epochs that ended. */
  readonly epoch: number;
  /** Batches of the epoch in progress that are done. */
  readonly batch: number;
  /** Batches in all. */
  readonly batches: number;
}

/** What an optimizer keeps from one step to the next, gradients that wait for their step included. */
export interface KeptLearner {
  readonly tensors: readonly NamedTensor[];
}

/**
 * All of a run besides the weights that its next batch depends on. What is drawn at random (order, changes of samples,
 * dropout, noise) follows from the seed, the place and the layers' own steps.
 */
export interface RunMemory {
  readonly place: RunPlace;
  /** As the learner gave it; it alone reads it. */
  readonly learner: KeptLearner;
  /** How often each layer that draws at random has done so, by its name. */
  readonly layerSteps: Readonly<Record<string, number>>;
  /** Sums over the epoch in progress. */
  readonly epochSums: { readonly examples: number; readonly loss: number; readonly score: number };
  readonly seconds: number;
  readonly losses: Float32Array;
  readonly scores: Float32Array;
  readonly times: Float32Array;
  readonly epochs: readonly EpochMetrics[];
}

export interface Checkpoint {
  readonly weights: readonly NamedTensor[];
  readonly memory: RunMemory;
}

/** One kept state: the number it is kept under and what it is of. */
export interface CheckpointHead {
  readonly at: number;
  /** Epochs that had ended. */
  readonly epoch: number;
  readonly batches: number;
  readonly bytes: number;
  /** Batches of an epoch that had not ended; absent in older ones: not known. */
  readonly batch?: number;
}

/** Which states of a run there are. Only the last can be gone on from; of the others the weights are kept. */
export interface CheckpointHeads {
  readonly last: CheckpointHead | null;
  readonly best: CheckpointHead | null;
  /** Of epochs that were to stay kept, in order. */
  readonly kept: readonly CheckpointHead[];
  /** The run can be gone on with from the last: it is not finished. */
  readonly canGoOn: boolean;
}

export const NO_HEADS: CheckpointHeads = { last: null, best: null, kept: [], canGoOn: false };

/** Which epoch's weights: from 1, and whether it had not ended. */
export interface RunEpoch {
  readonly epoch: number;
  readonly isPartial: boolean;
}

/** Which of a run's states. A number is an epoch, from 1. */
export type CheckpointChoice = 'last' | 'best' | number;

export function chosenHead({ last, best, kept }: CheckpointHeads, choice: CheckpointChoice): CheckpointHead | null {
  if (choice === 'last') return last;
  return choice === 'best' ? best : (kept.find(({ epoch }) => epoch === choice) ?? null);
}

export function bytesOfTensors(tensors: readonly NamedTensor[]): number {
  return tensors.reduce((sum, { values }) => sum + values.byteLength, 0);
}

export function weightBytes({ weights }: Checkpoint): number {
  return bytesOfTensors(weights);
}

export function memoryBytes({ memory }: Checkpoint): number {
  const { learner, losses, scores, times } = memory;
  return bytesOfTensors(learner.tensors) + losses.byteLength + scores.byteLength + times.byteLength;
}
