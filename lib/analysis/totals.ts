import type { NodeId } from '@/lib/core/ids';
import type { OptimizerName, TrainingSettings } from '@/lib/document/document';
import type { MemoryEstimate, Totals } from '@/lib/analysis/analysis';
import { factsOf, type LayerFacts } from '@/lib/analysis/layer-facts';
import type { TypedLayer } from '@/lib/analysis/types';

const BYTES_PER_NUMBER = 4;

/** Numbers an optimizer keeps per trainable weight, as tfjs implements them: velocity; mean square and moment; two moments. */
export const STATE_PER_WEIGHT: Readonly<Record<OptimizerName, number>> = { sgd: 0, momentum: 1, rmsprop: 2, adam: 2 };

/** Sums over the layers of the network; those whose shapes are not known count nothing, and the sums are not complete. */
export function findTotals(
  network: ReadonlySet<NodeId>,
  layers: ReadonlyMap<NodeId, TypedLayer>,
  training: TrainingSettings,
): Totals {
  const all = [...layers].flatMap(([id, layer]) => (network.has(id) ? [layer] : []));
  const facts = all.map(factsOf);
  const total = (of: (layer: LayerFacts) => number) => facts.reduce((sum, layer) => sum + of(layer), 0);
  const counts = { params: total(({ params }) => params), trainableParams: total((layer) => layer.trainableParams) };
  const macs = total((layer) => layer.macs);
  return { complete: all.length === network.size, ...counts, macs, memory: estimateMemory(facts, counts, training) };
}

/** A layer's share of all parameters, in [0, 1]; 0 while the sum is not known. */
export function shareOfParams(params: number, totals: Pick<Totals, 'complete' | 'params'>): number {
  return totals.complete && totals.params > 0 ? params / totals.params : 0;
}

/**
 * What must be in memory at once, in float32, for one batch. Inference holds a layer's inputs and its output. Training
 * keeps every activation for the backward pass, which in turn needs the gradients of one layer's inputs and output at a
 * time; then come a gradient per trainable weight and the optimizer's state. After Gao et al., "Estimating GPU Memory
 * Consumption of Deep Learning Models", ESEC/FSE 2020, without what a backend takes for its own workspaces.
 */
function estimateMemory(
  layers: readonly LayerFacts[],
  { params, trainableParams }: { readonly params: number; readonly trainableParams: number },
  { batchSize, optimizer }: TrainingSettings,
): MemoryEstimate {
  const perBatch = BYTES_PER_NUMBER * (batchSize > 0 ? batchSize : 1);
  const inferenceActivations = perBatch * layers.reduce((most, { heldElements }) => Math.max(most, heldElements), 0);
  const trainingActivations = perBatch * layers.reduce((sum, { outputElements }) => sum + outputElements, 0);
  const weights = BYTES_PER_NUMBER * params;
  const trainingState = BYTES_PER_NUMBER * trainableParams * (1 + STATE_PER_WEIGHT[optimizer.name]);
  return {
    weights,
    inferenceActivations,
    trainingActivations,
    trainingState,
    inference: weights + inferenceActivations,
    training: weights + trainingActivations + inferenceActivations + trainingState,
  };
}
