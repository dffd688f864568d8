import type { Dataset } from '@/lib/datasets/dataset';

/** The first `count` test samples of a data set that is kept in this browser or drawn by a program. */
export interface SampleJob {
  readonly dataset: Dataset;
  readonly count: number;
}

export interface RawSample {
  readonly index: number;
  readonly values: Uint8Array | Float32Array;
  /** The class by the first target; 0 where that is of another kind. */
  readonly label: number;
  /** What the first target holds where that is of labels or numbers. */
  readonly row: readonly number[];
}

/** Null: the samples are not there any more. */
export type SampleReply = readonly RawSample[] | null;
