import type { Result } from '@/lib/core/result';
import type { Shape } from '@/lib/core/tensor-type';
import type { Dataset, Target } from '@/lib/datasets/dataset';
import type { ImportFailure, SkippedFile } from '@/lib/datasets/import/import-problem';
import type { Found, ImportOptions, Picture } from '@/lib/datasets/import/protocol';
import type { TargetColumn } from '@/lib/datasets/target-column';

/** A source that has been looked into. */
export interface OpenedSource {
  readonly found: Found;
  plan(options: ImportOptions): Promise<Result<SourcePlan, ImportFailure>>;
}

/** Exactly what would be kept: every sample with its target, but not yet its values. */
export interface SourcePlan {
  readonly inputShape: Shape;
  readonly element: Dataset['element'];
  readonly targets: readonly [Target, ...Target[]];
  readonly count: number;
  /** One for each target, of all samples. */
  readonly columns: readonly TargetColumn[];
  /** Of each sample; null where the source has no test set of its own. */
  readonly isTest: readonly boolean[] | null;
  readonly skipped: readonly SkippedFile[];
  nameOf(sample: number): string;
  /** These samples, ascending, in that order; a broken one comes as the reason. */
  read(samples: readonly number[]): AsyncIterable<ReadSample>;
}

export interface ReadSample {
  readonly sample: number;
  /** Of the element type of the plan. */
  readonly values: Uint8Array<ArrayBuffer> | Float32Array<ArrayBuffer> | SkippedFile;
}

/** What reading needs of the browser; tests give a double. */
export interface ReadDependencies {
  /** Rejects for what is no picture. */
  readonly decodePicture: (bytes: Uint8Array<ArrayBuffer>) => Promise<Picture>;
  /** Tells how far a long look has come, lets messages in, and throws a Cancelled when asked to end. */
  readonly breathe: (done: number, total: number) => Promise<void>;
}

export class Cancelled extends Error {}

/** Thrown by readers where a whole source fails; caught by the worker. */
export class ImportError extends Error {
  readonly failure: ImportFailure;

  constructor(failure: ImportFailure) {
    super(failure.code);
    this.failure = failure;
  }
}
