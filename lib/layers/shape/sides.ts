import type { Json } from '@/lib/core/json';
import type { Fields, ParamsOf } from '@/lib/layers/fields';

/** Rows and columns at each side of an image, to be added or taken away. */
export const sideFields = {
  top: { kind: 'integer', default: 1, min: 0, max: 1024, unit: 'px', onNode: 'always' },
  bottom: { kind: 'integer', default: 1, min: 0, max: 1024, unit: 'px', onNode: 'always' },
  left: { kind: 'integer', default: 1, min: 0, max: 1024, unit: 'px', onNode: 'always' },
  right: { kind: 'integer', default: 1, min: 0, max: 1024, unit: 'px', onNode: 'always' },
} as const satisfies Fields;

export type Sides = ParamsOf<typeof sideFields>;

/** As Keras writes them. */
export function sidePairs({ top, bottom, left, right }: Sides): Json {
  return [
    [top, bottom],
    [left, right],
  ];
}
