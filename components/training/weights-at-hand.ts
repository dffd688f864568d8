import type { Designer } from '@/components/state/create-designer';
import { checkpointsOf, runsSession } from '@/components/training/runs-session';
import { runSession } from '@/components/training/run-session';
import type { ModelPlan } from '@/lib/compile/plan';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { weightsFit } from '@/lib/interop/write/fitting-weights';
import type { RunId } from '@/lib/runs/run-record';
import { epochAtHand } from '@/lib/state/epoch-at-hand';
import { canLoad } from '@/lib/state/run-state';
import { sameNetwork } from '@/lib/state/same-network';
import type { RunEpoch } from '@/lib/training/checkpoints/checkpoint';

export interface WeightsAtHand {
  readonly source: 'trained' | 'imported';
  readonly weights: readonly NamedTensor[];
  /** Which epoch's of their run; null: of none, or it cannot be told. */
  readonly epoch: RunEpoch | null;
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
    const epoch = epochAtHand(store.getState());
    if (!reply.ok) throw new Error(reply.error.detail);
    return { source: 'trained', weights: reply.value.weights, epoch, isComplete: true };
  }
  if (subject !== null && canLoad(store.getState()) && sameNetwork(subject.document, document)) {
    const epoch = epochAtHand(store.getState());
    const weights = await keptWeights(designer, store.getState().run);
    if (weights !== null) return { source: 'trained', weights, epoch, isComplete: true };
  }
  const kept = await designer.weights.read(openDesign);
  if (kept === null) return null;
  const { fitting, without } = weightsFit(plan, kept);
  if (fitting.length === 0) return null;
  return { source: 'imported', weights: fitting, epoch: null, isComplete: without.length === 0 };
}

/** Of the last checkpoint of a run of the open design: another design's run says nothing of one that came with its own. */
async function keptWeights(designer: Designer, run: RunId | null): Promise<readonly NamedTensor[] | null> {
  const { records } = runsSession(designer).store.getState();
  const record = records.find(({ id }) => id === run);
  if (record?.design !== designer.workspace.store.getState().openDesign) return null;
  return checkpointsOf(designer)
    .weights(record.id, 'last')
    .catch(() => null);
}
