import type { Target } from '@/lib/datasets/dataset';
import type { DocumentFile } from '@/lib/document/document';
import type { BackendName, EpochMetrics, TestReport, TrainOutcome } from '@/lib/training/protocol';

export type RunId = string;
export type StudyId = string;

/** 'interrupted': its tab or worker ended in the middle; it can be resumed from its last checkpoint. */
export type RunStatus = 'running' | 'paused' | 'interrupted' | 'finished' | 'stopped' | 'diverged' | 'failed';

/** What it ran on, as far as the browser says. */
export interface Machine {
  readonly userAgent: string;
  readonly cores: number | null;
  readonly gibibytes: number | null;
  /** Of the graphics card, where one was used. */
  readonly renderer: string | null;
}

/** Which data, precisely enough to see whether two runs had the same. */
export interface RunData {
  readonly id: string;
  readonly title: string;
  readonly training: number;
  readonly validation: number;
  readonly test: number;
  readonly isSynthetic: boolean;
}

/** A backend that did not come back after its graphics context was lost, and the batches trained before it was left. */
export interface BackendMove {
  readonly backend: BackendName;
  readonly batches: number;
}

/** Its place in a study: which variant, which of the seeds. */
export interface StudyPlace {
  readonly study: StudyId;
  readonly variant: string;
  readonly seed: number;
}

/** Everything kept of a run but its curves and checkpoints: small enough for all runs to be listed at once. */
export interface RunRecord {
  readonly id: RunId;
  readonly name: string;
  readonly tags: readonly string[];
  readonly note: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly changedAt: number;
  /** The design that was open; it may be gone. */
  readonly design: string;
  /** The run it was changed from; null: none, or it is gone. */
  readonly parent: RunId | null;
  readonly data: RunData;
  /** What the first output learns: of values the scores say how far they are off. Absent in older records: not known. */
  readonly learns?: Target['kind'];
  readonly backend: BackendName | null;
  /** Backends before `backend`, in order; absent: all of it was trained on one, and repeats bit for bit there. */
  readonly moves?: readonly BackendMove[];
  readonly machine: Machine;
  readonly status: RunStatus;
  readonly study: StudyPlace | null;
  readonly outcome: TrainOutcome | null;
  /** Of the last epoch; null before it ended. */
  readonly last: EpochMetrics | null;
  /** Epochs that ended. */
  readonly epochs: number;
  readonly params: number;
  readonly test: Pick<TestReport, 'count' | 'accuracy' | 'loss'> | null;
  /** Epochs, from 1, of which a checkpoint is kept, besides the best and the last. */
  readonly kept: readonly number[];
}

/** One quantity of each batch, as measured. */
export interface RunCurves {
  readonly losses: Float32Array;
  readonly scores: Float32Array;
  /** Seconds of training from the start to the end of each reported group: [batches so far, seconds] in pairs. */
  readonly times: Float32Array;
  /** The norm of the whole gradient, looked at now and then: [batches so far, norm] in pairs. Absent in older files. */
  readonly gradients?: Float32Array;
  readonly epochs: readonly EpochMetrics[];
}

/** A run with all that is needed to look at it, compare it and run it again. */
export interface KeptRun {
  readonly record: RunRecord;
  readonly document: DocumentFile;
  readonly curves: RunCurves;
  /** The whole test report; null before the test. */
  readonly report: TestReport | null;
}
