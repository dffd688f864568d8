import type { OptimizerName, TrainingSettings } from '@/lib/document/training-settings';
import type { MemoryEstimate, Totals } from '@/lib/analysis/analysis';
import type { LayerFacts } from '@/lib/analysis/layer-facts';
import type { Slots } from '@/lib/analysis/slots';
import { documentId } from '@/lib/document/blocks';
import type { Found } from '@/lib/analysis/types';

const BYTES_PER_NUMBER = 4;

/** Numbers an optimizer keeps per trainable weight: the slots of its update rule. */
export const STATE_PER_WEIGHT: Readonly<Record<OptimizerName, number>> = {
  sgd: 0,
  momentum: 1,
  nesterov: 1,
  rmsprop: 1,
  adagrad: 1,
  adadelta: 2,
  adam: 2,
  adamw: 2,
  adamax: 2,
  lion: 1,
};

/** Sums over the layers of the network; those whose shapes are not known count nothing, and the sums are not complete. */
export function findTotals(
  { network, ids }: Pick<Slots, 'network' | 'ids'>,
  found: readonly Found[],
  training: TrainingSettings,
): Totals {
  const frozen = new Set(training.frozen);
  const facts: LayerFacts[] = [];
  let [params, trainableParams, macs] = [0, 0, 0];
  for (const slot of network) {
    const layer = found[slot]?.facts ?? null;
    if (layer === null) continue;
    facts.push(layer);
    params += layer.params;
    if (frozen.size === 0 || !frozen.has(documentId(ids[slot] ?? ''))) trainableParams += layer.trainableParams;
    macs += layer.macs;
  }
  const counts = { params, trainableParams };
  const memory = estimateMemory(facts, counts, training);
  return { complete: facts.length === network.length, ...counts, macs, memory };
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
