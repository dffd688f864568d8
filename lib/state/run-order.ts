import type { Document } from '@/lib/document/document';
import type { RunId, RunRecord, StudyPlace } from '@/lib/runs/run-record';
import type { BackendName } from '@/lib/training/protocol';
import type { RunProblem } from '@/lib/state/run-state';

/** A run to be done: of any design, the open one or another. */
export interface RunOrder {
  readonly document: Document;
  /** Otherwise the design's, with a number. */
  readonly name?: string;
  readonly tags?: readonly string[];
  /** The run it was changed from; its design is kept as a difference to that one's. */
  readonly parent: RunId | null;
  readonly study: StudyPlace | null;
  /** To be trained on again; absent, or not to be had here: chosen as ever. */
  readonly backend?: BackendName | null;
  /** Goes on with this run from its last checkpoint instead of starting one; of the order nothing else is read then. */
  readonly resume: RunId | null;
}

export interface RunEnd {
  /** 'stopped': by a person. 'failed': `problem` says why; where the record says 'interrupted' it can be resumed. */
  readonly ended: 'finished' | 'stopped' | 'diverged' | 'failed';
  /** null: it ended before its worker was asked to train, and is not kept. */
  readonly record: RunRecord | null;
  readonly problem: RunProblem | null;
}
