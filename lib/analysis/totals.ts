import type { NodeId } from '@/lib/core/ids';
import { elementCount, type TensorType } from '@/lib/core/tensor-type';
import type { Weight } from '@/lib/layers/definition';
import { evaluateProducts } from '@/lib/layers/products';
import type { OptimizerName, TrainingSettings } from '@/lib/document/document';
import type { MemoryEstimate, Totals } from '@/lib/analysis/analysis';
import type { TypedLayer } from '@/lib/analysis/types';

const BYTES_PER_NUMBER = 4;

/** Numbers an optimizer keeps per trainable weight, as tfjs implements them: velocity; mean square and moment; two moments. */
export const STATE_PER_WEIGHT: Readonly<Record<OptimizerName, number>> = { sgd: 0, momentum: 1, rmsprop: 2, adam: 2 };

export function countWeights(weights: readonly Weight[]): number {
  return weights.reduce((sum, { shape }) => sum + elementCount(shape), 0);
}

export function countTrainable(weights: readonly Weight[]): number {
  return countWeights(weights.filter(({ trainable }) => trainable));
}

/** Sums over the layers of the network; those whose shapes are not known count nothing, and the sums are not complete. */
export function findTotals(
  network: ReadonlySet<NodeId>,
  layers: ReadonlyMap<NodeId, TypedLayer>,
  training: TrainingSettings,
): Totals {
  const all = [...layers].flatMap(([id, layer]) => (network.has(id) ? [layer] : []));
  const weights = all.flatMap((layer) => layer.weights);
  const counts = { params: countWeights(weights), trainableParams: countTrainable(weights) };
  const macs = all.reduce((sum, { definition, site }) => sum + evaluateProducts(definition.macs(site)), 0);
  return { complete: all.length === network.size, ...counts, macs, memory: estimateMemory(all, counts, training) };
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
  layers: readonly TypedLayer[],
  { params, trainableParams }: { readonly params: number; readonly trainableParams: number },
  { batchSize, optimizer }: TrainingSettings,
): MemoryEstimate {
  const perBatch = BYTES_PER_NUMBER * (batchSize > 0 ? batchSize : 1);
  const around = layers.map(({ site }) => elements([...site.inputs, site.output]));
  const inferenceActivations = perBatch * around.reduce((most, count) => Math.max(most, count), 0);
  const trainingActivations = perBatch * elements(layers.map(({ site }) => site.output));
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

function elements(types: readonly TensorType[]): number {
  return types.reduce((sum, { shape }) => sum + elementCount(shape), 0);
}
