import type { NamedTensor } from '@/lib/core/named-tensor';
import { sameShape } from '@/lib/core/tensor-type';
import type { ModelPlan } from '@/lib/compile/plan';

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
