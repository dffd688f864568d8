import { useMemo, useState } from 'react';
import type { RewriteId } from '@/lib/core/design-problem';
import type { NodeId } from '@/lib/core/ids';
import { plainActivation } from '@/lib/analysis/rules/activation-fix';
import { planRewrites, type RewritePlan } from '@/lib/analysis/rewrites/plan-rewrites';
import { completeRewrite } from '@/lib/analysis/rewrites/complete-rewrite';
import { proveRewrite, type RewriteProof } from '@/lib/analysis/rewrites/prove-rewrite';
import { taskOf } from '@/lib/state/task-of';
import { useWorkspace } from '@/components/state/use-workspace';

export interface Rewrites {
  readonly isEverywhere: boolean;
  readonly setEverywhere: (isEverywhere: boolean) => void;
  readonly plans: readonly RewritePlan[];
  readonly chosen: RewritePlan | null;
  readonly choose: (kind: RewriteId) => void;
  /** Null while nothing is chosen, or where it cannot be done without leaving errors. */
  readonly proof: RewriteProof | null;
  /** The chosen plan with what it takes besides. */
  readonly complete: RewritePlan | null;
  readonly activation: string;
  readonly setActivation: (type: string) => void;
}

/** What can be done to the layers, what of it is chosen, and what that would change. */
export function useRewrites(nodes: readonly NodeId[] | null, first: RewriteId | null): Rewrites {
  const document = useWorkspace((state) => state.document);
  const analysis = useWorkspace((state) => state.analysis);
  const [isEverywhere, setEverywhere] = useState(nodes === null);
  const [kind, choose] = useState(first);
  const [activation, setActivation] = useState(plainActivation()?.type ?? '');
  const plans = useMemo(() => {
    const task = taskOf(document);
    return planRewrites({ document, analysis, task, nodes: isEverywhere ? null : nodes, activation });
  }, [document, analysis, nodes, isEverywhere, activation]);
  const chosen = plans.find((plan) => plan.kind === kind) ?? plans[0] ?? null;
  const complete = useMemo(
    () => (chosen === null ? null : completeRewrite({ document, analysis, task: taskOf(document) }, chosen)),
    [document, analysis, chosen],
  );
  const proof = useMemo(
    () => (complete === null ? null : proveRewrite({ document, analysis, task: taskOf(document), plan: complete })),
    [document, analysis, complete],
  );
  return { isEverywhere, setEverywhere, plans, chosen, choose, complete, proof, activation, setActivation };
}
