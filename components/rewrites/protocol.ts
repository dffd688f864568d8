import type { RewriteId } from '@/lib/core/design-problem';
import type { NodeId } from '@/lib/core/ids';
import type { Dataset } from '@/lib/datasets/dataset';
import type { Document } from '@/lib/document/document';
import type { RewritePlan } from '@/lib/analysis/rewrites/plan-rewrites';
import type { RewriteProof } from '@/lib/analysis/rewrites/prove-rewrite';

export interface RewritesRequest {
  readonly document: Document;
  /** The layers it is about; null: all. */
  readonly nodes: readonly NodeId[] | null;
  readonly activation: string;
  /** What to show the proof of; null, or where that cannot be done here: of the first there is. */
  readonly kind: RewriteId | null;
}

/** As the worker is told, which does not know the user's own data sets. */
export type ToldRewrites = RewritesRequest & { readonly datasets: readonly Dataset[] };

/** First what can be done; then, where something can, what the chosen one would change. */
export type RewritesReply =
  | { readonly kind: 'plans'; readonly plans: readonly RewritePlan[] }
  /** `complete` and `proof` are null where it cannot be done without leaving errors. */
  | { readonly kind: 'proof'; readonly complete: RewritePlan | null; readonly proof: RewriteProof | null };
