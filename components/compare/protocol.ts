import type { TemplateId } from '@/lib/core/template-id';
import type { Comparison } from '@/lib/analysis/compare/compare-designs';
import type { Standing } from '@/lib/analysis/compare/rows';
import type { Dataset } from '@/lib/datasets/dataset';
import type { Document } from '@/lib/document/document';

/** A design as the worker is told of it. */
export type ToldSubject =
  | { readonly kind: 'template'; readonly key: string; readonly name: string; readonly template: TemplateId }
  /** `document` is null when it is the one last told under this key. */
  | { readonly kind: 'design'; readonly key: string; readonly name: string; readonly document: Document | null };

export interface CompareRequest {
  readonly id: number;
  readonly subjects: readonly ToldSubject[];
  readonly batchSize: number;
  readonly before: Standing;
  /** The user's own, which the worker does not know. */
  readonly datasets: readonly Dataset[];
}

export type CompareReply =
  { readonly id: number; readonly comparison: Comparison } | { readonly id: number; readonly failure: string };
