import type { Products } from '@/lib/layers/definition';

/** What a sum of products comes to. */
export function evaluateProducts(products: Products): number {
  return products.reduce((sum, factors) => sum + factors.reduce((product, factor) => product * factor, 1), 0);
}
