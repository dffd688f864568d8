import type { NamedTensor } from '@/lib/core/named-tensor';
import { sameShape } from '@/lib/core/tensor-type';
import type { ModelPlan } from '@/lib/compile/plan';

/** How far weights are still those of a design. */
export interface WeightsFit {
  readonly fitting: readonly NamedTensor[];
  /** The layers with weights that have none here of their shapes. */
  readonly without: readonly string[];
  /** How many of the weights no layer has a place for. */
  readonly unused: number;
}

export function weightsFit(plan: ModelPlan, weights: readonly NamedTensor[]): WeightsFit {
  const fitting = fittingWeights(plan, weights);
  const names = new Set(fitting.map(({ name }) => name));
  const without = plan.layers.filter(({ name, weights: [first] }) => {
    return first !== undefined && !names.has(`${name}/${first.name}`);
  });
  return { fitting, without: without.map(({ name }) => name), unused: weights.length - fitting.length };
}

/**
 * Those of the weights that still are the design's: of layers whose every weight is there with the shape that the layer
 * has now. A layer that was changed since starts anew as a whole.
 */
export function fittingWeights(plan: ModelPlan, weights: readonly NamedTensor[]): readonly NamedTensor[] {
  const known = new Map(weights.map((tensor) => [tensor.name, tensor]));
  return plan.layers.flatMap(({ name, weights: own }) => {
    const tensors = own.map((weight) => {
      const tensor = known.get(`${name}/${weight.name}`);
      return tensor !== undefined && sameShape(tensor.shape, weight.shape) ? tensor : null;
    });
    return tensors.every((tensor) => tensor !== null) ? tensors : [];
  });
}
