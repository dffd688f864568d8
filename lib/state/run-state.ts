import type { Document } from '@/lib/document/document';
import type { TrainingSettings } from '@/lib/document/training-settings';
import type { ModelPlan } from '@/lib/compile/plan';
import type { Dataset } from '@/lib/datasets/dataset';
import type { BackendMove, RunId } from '@/lib/runs/run-record';
import type { KeepOutcome } from '@/lib/runs/run-storage';
import type { BatchSeries } from '@/lib/state/run-series';
import type { CheckpointChoice } from '@/lib/training/checkpoints/checkpoint';
import type { HealthSnapshot } from '@/lib/training/health';
import type {
  BackendName,
  BackendReport,
  EpochMetrics,
  Failure,
  TestReport,
  TrainOutcome,
  TrainPhase,
} from '@/lib/training/protocol';

/** What a run trains: taken when it starts, so that editing goes on freely. */
export interface RunSubject {
  readonly document: Document;
  readonly settings: TrainingSettings;
  readonly plan: ModelPlan;
  readonly dataset: Dataset;
}

export interface RunProgress {
  /** From 1; 0 before the first batch. */
  readonly epoch: number;
  /** Of the whole run, in [0, 1]. */
  readonly share: number;
  readonly examplesPerSecond: number;
  /** null until it can be told. */
  readonly secondsLeft: number | null;
}

export interface Counted {
  readonly done: number;
  readonly total: number;
}

/** An epoch's metrics, counted from 1, and how many batches had been trained when it ended: its place on the batch axis. */
export interface EpochPoint extends EpochMetrics {
  readonly batches: number;
}

/** Why there is no run, or why it ended early; worded in lib/messages/training.ts. */
export type RunProblem =
  | { readonly kind: 'design-errors' }
  /** It was removed, cannot be read, or goes on in another tab. */
  | { readonly kind: 'run-gone' }
  | { readonly kind: 'unknown-dataset'; readonly dataset: string }
  | { readonly kind: 'cannot-fit'; readonly bytes: number; readonly limit: number; readonly backend: BackendName }
  | {
      readonly kind: 'diverged';
      readonly outcome: NonNullable<TrainOutcome['divergence']>;
      readonly learningRate: number;
      /** A learning rate worth trying instead. */
      readonly suggestion: number;
    }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** The speeds measured on one network and batch size; kept until either changes. */
export interface Calibration {
  readonly plan: ModelPlan;
  readonly batchSize: number;
  readonly backends: readonly BackendReport[];
  readonly chosen: BackendName;
}

/** What is kept of the run to go on from. */
export interface KeptState {
  /** Epochs and batches that were done when the last checkpoint was written. */
  readonly epoch: number;
  readonly batches: number;
  /** Of one checkpoint. */
  readonly bytes: number;
  /** Epochs, from 1. */
  readonly best: number | null;
  readonly kept: readonly number[];
  /** The run is not finished and can be gone on with from there. */
  readonly canGoOn: boolean;
}

/** Why no checkpoints are written; figures in bytes. */
export interface CheckpointFault {
  readonly reason: 'quota' | 'barred' | 'other';
  readonly bytes: number;
  readonly free: number | null;
}

/** The graphics context was lost while training, and the run goes on by itself. */
export interface ContextLoss {
  readonly backend: BackendName;
  /** Of the checkpoint it goes on from. */
  readonly batches: number;
  /** How often it was tried to go on from there with the same backend. */
  readonly tries: number;
  /** It trains again. */
  readonly isBack: boolean;
}

export interface RunState {
  readonly phase: TrainPhase;
  /** Asked of the worker, not yet confirmed. */
  readonly asked: 'pause' | 'resume' | 'stop' | null;
  /** null before the first run. */
  readonly subject: RunSubject | null;
  readonly backend: BackendName | null;
  readonly progress: RunProgress;
  /** Bytes; null while no data set is being fetched. */
  readonly download: Counted | null;
  /** Test samples; null while nothing is evaluated. */
  readonly evaluation: Counted | null;
  readonly series: BatchSeries;
  /** Grows with every change of `series`, and when another run replaces it. */
  readonly seriesVersion: number;
  readonly epochs: readonly EpochPoint[];
  /** Looks into the run, the newest last. */
  readonly health: readonly HealthSnapshot[];
  /** The norm of the whole gradient at those looks, and at those before a resumption: [batches so far, norm]. */
  readonly gradients: readonly (readonly [batches: number, norm: number])[];
  readonly outcome: TrainOutcome | null;
  readonly report: TestReport | null;
  readonly problem: RunProblem | null;
  /** What the browser offers; empty until asked. */
  readonly backends: readonly BackendReport[];
  readonly calibration: Calibration | null;
  /** The record of what is shown; null: none is kept of it. */
  readonly run: RunId | null;
  /** null: no checkpoint yet. */
  readonly checkpoint: KeptState | null;
  readonly checkpointFault: CheckpointFault | null;
  /** The last one since the run was begun or resumed. */
  readonly loss: ContextLoss | null;
  /** Backends that this run had to leave since it was begun or resumed. */
  readonly moves: readonly BackendMove[];
  /** What renders on the graphics card that is or was used; null: none, or the browser does not say. */
  readonly renderer: string | null;
  /** Why the run's record is not kept. */
  readonly unkept: Exclude<KeepOutcome, 'kept'> | null;
  /** The epoch in progress stays kept when it ends. */
  readonly keepsEpoch: boolean;
  /** Which kept weights the worker was given last, and the report is of; null: none, they are those it came to. */
  readonly given: CheckpointChoice | null;
  /** The worker holds a trained network that answers. */
  readonly hasModel: boolean;
  /** The worker has been silent for suspiciously long in a phase in which it should speak. */
  readonly silent: boolean;
}

const ACTIVE: Readonly<Record<TrainPhase, boolean>> = {
  'loading-data': true,
  building: true,
  calibrating: true,
  training: true,
  validating: true,
  paused: true,
  evaluating: true,
  idle: false,
};

/** A run is going on, or held. */
export function isActive(phase: TrainPhase): boolean {
  return ACTIVE[phase];
}

/** The worker has no network, but weights of the run that is shown are kept. */
export function canLoad({ phase, run, checkpoint, hasModel }: RunState): boolean {
  return !hasModel && phase === 'idle' && run !== null && checkpoint !== null;
}
