import type { AnalysisTask } from '@/lib/analysis/analysis';
import type { Diagnostic } from '@/lib/analysis/diagnostic';
import type { ProblemCode } from '@/lib/core/problem';
import type { Document } from '@/lib/document/document';

/** A design with one thing wrong with it, and the one diagnostic it gives. */
export interface Case {
  readonly what: string;
  readonly document: Document;
  readonly task?: AnalysisTask;
  readonly place: Diagnostic['place'];
  readonly values: Diagnostic['values'];
  /** Kinds of the mends' labels, in order. */
  readonly fixes: readonly string[];
  /** What can only be seen once it is mended. */
  readonly reveals?: readonly ProblemCode[];
}
