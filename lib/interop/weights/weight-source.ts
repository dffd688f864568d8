import type { NamedTensor } from '@/lib/core/named-tensor';
import { elementCount, sameShape, type Shape } from '@/lib/core/tensor-type';
import type { Weight } from '@/lib/layers/definition';
import type { KerasLayer } from '@/lib/interop/keras/network';

/** A tensor of a file, read only when it is wanted. */
export interface RawTensor {
  readonly shape: Shape;
  values(): Float32Array;
}

/** Where a file keeps its weights. */
export interface WeightSource {
  /** The layer's own, in Keras's order; none where it has none. */
  tensorsOf(layer: KerasLayer): readonly RawTensor[];
}

/** The tensors as the weights of a layer of ours; null where they are others. */
export function namedWeights(
  id: string,
  weights: readonly Weight[],
  tensors: readonly RawTensor[],
): readonly NamedTensor[] | null {
  if (weights.length !== tensors.length) return null;
  const named = weights.map((weight, index): NamedTensor | null => {
    const tensor = tensors[index];
    if (tensor === undefined || !fits(tensor.shape, weight.shape)) return null;
    const values = tensor.values();
    if (values.length !== elementCount(weight.shape)) return null;
    return { name: `${id}/${weight.name}`, shape: weight.shape, values };
  });
  return named.every((tensor) => tensor !== null) ? named : null;
}

/** Axes of one place make no difference: a slope shared over an image is 1 × 1 × channels in one file. */
function fits(found: Shape, wanted: Shape): boolean {
  const real = (shape: Shape) => shape.filter((size) => size !== 1);
  return sameShape(real(found), real(wanted));
}
