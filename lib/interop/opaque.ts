import { elementCount, type Shape } from '@/lib/core/tensor-type';
import { MOST_ELEMENTS } from '@/lib/layers/shapes';
import type { Params } from '@/lib/layers/fields';
import type { KerasLayer } from '@/lib/interop/keras/network';
import { short } from '@/lib/interop/import-notes';

/** The layer that stands for one that this product has not. */
export const OPAQUE_TYPE = 'unknown';

/** Far more than a layer says of itself; less than what would make every save of the design slow. */
const MOST_CONFIG_CHARACTERS = 4000;

export function opaqueParams({ className, config }: KerasLayer, shape: Shape, parameters: number): Params {
  const text = JSON.stringify(config);
  return {
    className: short(className),
    shape: isPossible(shape) ? shape : [1],
    parameters: Math.min(parameters, MOST_ELEMENTS),
    config: text.length > MOST_CONFIG_CHARACTERS ? '{}' : text,
  };
}

/** More axes than that no layer here has. */
const MOST_AXES = 5;

function isPossible(shape: Shape): boolean {
  return shape.length >= 1 && shape.length <= MOST_AXES && elementCount(shape) <= MOST_ELEMENTS;
}
