/**
 * How one number comes about, as a tree of elementary operations. Evaluating it must give what the layer computes; the
 * contract test holds it against tfjs.
 */
export type Arithmetic =
  | { readonly op: 'input'; readonly input: number; readonly cell: readonly number[] }
  | { readonly op: 'weight'; readonly name: string; readonly cell: readonly number[] }
  | { readonly op: 'constant'; readonly value: number }
  /** The row of a weight's first axis that an input's value names (embedding), at `cell` of the other axes. */
  | { readonly op: 'lookup'; readonly name: string; readonly row: Arithmetic; readonly cell: readonly number[] }
  | { readonly op: 'sum' | 'product' | 'maximum' | 'minimum'; readonly terms: readonly Arithmetic[] }
  | { readonly op: 'quotient'; readonly dividend: Arithmetic; readonly divisor: Arithmetic }
  | { readonly op: 'power'; readonly base: Arithmetic; readonly exponent: number }
  | { readonly op: 'negate' | 'exp' | 'tanh' | 'sqrt' | 'log' | 'erf'; readonly of: Arithmetic };

export function inputCell(cell: readonly number[], input = 0): Arithmetic {
  return { op: 'input', input, cell };
}

export function weightCell(name: string, ...cell: readonly number[]): Arithmetic {
  return { op: 'weight', name, cell };
}

export function constant(value: number): Arithmetic {
  return { op: 'constant', value };
}

export function sum(...terms: readonly Arithmetic[]): Arithmetic {
  return { op: 'sum', terms };
}

/** As `sum`, of however many: what is spread as arguments may be some ten thousands at most. */
export function sumOf(terms: readonly Arithmetic[]): Arithmetic {
  return { op: 'sum', terms };
}

export function product(...terms: readonly Arithmetic[]): Arithmetic {
  return { op: 'product', terms };
}

export function maximum(...terms: readonly Arithmetic[]): Arithmetic {
  return { op: 'maximum', terms };
}

/** As `maximum`, of however many. */
export function maximumOf(terms: readonly Arithmetic[]): Arithmetic {
  return { op: 'maximum', terms };
}

export function minimum(...terms: readonly Arithmetic[]): Arithmetic {
  return { op: 'minimum', terms };
}

export function quotient(dividend: Arithmetic, divisor: Arithmetic): Arithmetic {
  return { op: 'quotient', dividend, divisor };
}

export function negate(of: Arithmetic): Arithmetic {
  return { op: 'negate', of };
}

export function exp(of: Arithmetic): Arithmetic {
  return { op: 'exp', of };
}
