import type { Shape } from '@/lib/core/tensor-type';
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
    shape,
    parameters,
    config: text.length > MOST_CONFIG_CHARACTERS ? '{}' : text,
  };
}
