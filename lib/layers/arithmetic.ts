/**
 * How one number comes about, as a tree of elementary operations. Evaluating it must give what the layer computes; the
 * contract test holds it against tfjs.
 */
export type Arithmetic =
  | { readonly op: 'input'; readonly input: number; readonly cell: readonly number[] }
  | { readonly op: 'weight'; readonly name: string; readonly cell: readonly number[] }
  | { readonly op: 'constant'; readonly value: number }
  | { readonly op: 'sum' | 'product' | 'maximum'; readonly terms: readonly Arithmetic[] }
  | { readonly op: 'quotient'; readonly dividend: Arithmetic; readonly divisor: Arithmetic }
  | { readonly op: 'negate' | 'exp' | 'tanh' | 'sqrt'; readonly of: Arithmetic };
