import type { FixLabel } from '@/lib/core/fix-label';
import type { Shape } from '@/lib/core/tensor-type';
import type { Params } from '@/lib/layers/fields';
import { asImage } from '@/lib/layers/shapes';

/** A layer to be put on an edge. */
export interface Projection {
  readonly type: 'conv2d' | 'dense';
  readonly params: Params;
  /** What putting it there does. */
  readonly label: FixLabel;
}

/**
 * The smallest layer with weights that turns one shape into another: a 1 × 1 convolution, with a stride where the image
 * must shrink (He et al., "Deep Residual Learning", 2015, option B); a dense layer between vectors. Null where neither
 * can: an image cannot grow, and only whole steps are possible.
 */
export function projection(from: Shape, to: Shape): Projection | null {
  const [source, target] = [asImage(from), asImage(to)];
  const [units] = to;
  if (from.length === 1 && to.length === 1 && units !== undefined) {
    return { type: 'dense', params: { units }, label: { kind: 'insert', type: 'dense' } };
  }
  if (source === null || target === null) return null;
  const strides = [stepTo(source.size[0], target.size[0]), stepTo(source.size[1], target.size[1])];
  if (strides.includes(0)) return null;
  const filters = target.channels;
  return {
    type: 'conv2d',
    params: { filters, kernelSize: [1, 1], strides, padding: 'same' },
    label: { kind: 'project', filters },
  };
}

/** The stride at which `from` pixels give `to` with padding 'same', ⌈from / stride⌉; 0 where none does. */
function stepTo(from: number, to: number): number {
  const stride = Math.ceil(from / to);
  return Math.ceil(from / stride) === to ? stride : 0;
}
