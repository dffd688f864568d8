import type { Locale } from '@/lib/core/locale';
import { elementCount } from '@/lib/core/tensor-type';
import type { Weight } from '@/lib/layers/definition';
import { formatCount } from '@/lib/messages/figures';

export interface ParamsTerm {
  /** 'kernel', 'bias' … */
  readonly name: string;
  /** "5 × 5 × 1 × 6" */
  readonly product: string;
  readonly count: string;
  readonly trainable: boolean;
}

/** A layer's parameters as a sum of products, with the numbers filled in. */
export function paramsTerms(weights: readonly Weight[], locale: Locale): readonly ParamsTerm[] {
  return weights.map(({ name, shape, trainable }) => ({
    name,
    product: shape.map((size) => formatCount(locale, size)).join(' × '),
    count: formatCount(locale, elementCount(shape)),
    trainable,
  }));
}
