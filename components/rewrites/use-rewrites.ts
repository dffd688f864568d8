import { useEffect, useMemo, useState } from 'react';
import type { RewriteId } from '@/lib/core/design-problem';
import type { NodeId } from '@/lib/core/ids';
import { plainActivation } from '@/lib/analysis/rules/activation-fix';
import type { RewritePlan } from '@/lib/analysis/rewrites/plan-rewrites';
import type { RewriteProof } from '@/lib/analysis/rewrites/prove-rewrite';
import { useWorkspace } from '@/components/state/use-workspace';
import { addedDatasets } from '@/lib/datasets/registry';
import type { RewritesReply, RewritesRequest, ToldRewrites } from '@/components/rewrites/protocol';

export interface Rewrites {
  readonly isEverywhere: boolean;
  readonly setEverywhere: (isEverywhere: boolean) => void;
  readonly plans: readonly RewritePlan[];
  readonly chosen: RewritePlan | null;
  readonly choose: (kind: RewriteId) => void;
  /** What is shown is not all there is to come. */
  readonly isWorking: boolean;
  readonly hasFailed: boolean;
  /** Null while nothing is chosen, or where it cannot be done without leaving errors. */
  readonly proof: RewriteProof | null;
  /** The chosen plan with what it takes besides. */
  readonly complete: RewritePlan | null;
  readonly activation: string;
  readonly setActivation: (type: string) => void;
}

type Proof = Extract<RewritesReply, { kind: 'proof' }>;

interface Told {
  readonly asked: RewritesRequest;
  readonly plans: readonly RewritePlan[];
  /** Null while it is worked on. */
  readonly proof: Proof | null;
  readonly hasFailed: boolean;
}

const NO_PLANS: readonly RewritePlan[] = [];

/** What can be done to the layers, what of it is chosen, and what that would change. */
export function useRewrites(nodes: readonly NodeId[] | null, first: RewriteId | null): Rewrites {
  const document = useWorkspace((state) => state.document);
  const [isEverywhere, setEverywhere] = useState(nodes === null);
  const [kind, choose] = useState(first);
  const [activation, setActivation] = useState(plainActivation()?.type ?? '');
  const asked = useMemo(
    (): RewritesRequest => ({ document, nodes: isEverywhere ? null : nodes, activation, kind }),
    [document, nodes, isEverywhere, activation, kind],
  );
  const told = useAnswer(asked);
  const isCurrent = told?.asked === asked;
  // Another choice among the same plans leaves the list standing.
  const isOfSamePlans = told?.asked.document === document && told.asked.nodes === asked.nodes;
  const plans = told !== null && isOfSamePlans ? told.plans : NO_PLANS;
  const proven = isCurrent ? told.proof : null;
  return {
    isEverywhere,
    setEverywhere,
    plans,
    chosen: plans.find((plan) => plan.kind === kind) ?? plans[0] ?? null,
    choose,
    isWorking: !isCurrent || (told.proof === null && !told.hasFailed),
    hasFailed: isCurrent && told.hasFailed,
    complete: proven?.complete ?? null,
    proof: proven?.proof ?? null,
    activation,
    setActivation,
  };
}

/** The last that the worker has told. A question that nobody waits for any more is ended with its worker. */
function useAnswer(asked: RewritesRequest): Told | null {
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('./rewrites-worker.ts', import.meta.url), { type: 'module' });
    let plans = NO_PLANS;
    worker.onmessage = ({ data }: MessageEvent<RewritesReply>) => {
      if (data.kind === 'plans') plans = data.plans;
      setTold({ asked, plans, proof: data.kind === 'proof' ? data : null, hasFailed: false });
    };
    worker.onerror = (event) => {
      event.preventDefault();
      setTold({ asked, plans, proof: null, hasFailed: true });
    };
    worker.postMessage({ ...asked, datasets: addedDatasets() } satisfies ToldRewrites);
    return () => worker.terminate();
  }, [asked]);
  return told;
}
