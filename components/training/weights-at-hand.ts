import type { Designer } from '@/components/state/create-designer';
import { checkpointsOf } from '@/components/training/runs-session';
import { runSession } from '@/components/training/run-session';
import type { ModelPlan } from '@/lib/compile/plan';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { weightsFit } from '@/lib/interop/write/fitting-weights';
import { canLoad } from '@/lib/state/run-state';
import { sameNetwork } from '@/lib/state/same-network';

export interface WeightsAtHand {
  readonly source: 'trained' | 'imported';
  readonly weights: readonly NamedTensor[];
  /** Whether every layer has its own. */
  readonly isComplete: boolean;
}

/** The weights of the open design: of the run that trained this very network, or else those it came with; null: none. */
export async function weightsAtHand(designer: Designer, plan: ModelPlan): Promise<WeightsAtHand | null> {
  const { document, openDesign } = designer.workspace.store.getState();
  const { store, actions } = runSession(designer);
  const { hasModel, subject, outcome } = store.getState();
  const isTrained = hasModel && outcome !== null && outcome.batches > 0;
  if (isTrained && subject !== null && sameNetwork(subject.document, document)) {
    const reply = await actions.ask('get-weights', {});
    if (!reply.ok) throw new Error(reply.error.detail);
    return { source: 'trained', weights: reply.value.weights, isComplete: true };
  }
  if (subject !== null && canLoad(store.getState()) && sameNetwork(subject.document, document)) {
    const { run } = store.getState();
    const weights =
      run === null
        ? null
        : await checkpointsOf(designer)
            .weights(run, 'last')
            .catch(() => null);
    if (weights !== null) return { source: 'trained', weights, isComplete: true };
  }
  const kept = await designer.weights.read(openDesign);
  if (kept === null) return null;
  const { fitting, without } = weightsFit(plan, kept);
  return fitting.length === 0 ? null : { source: 'imported', weights: fitting, isComplete: without.length === 0 };
}
