import type { Arithmetic } from '@/lib/layers/arithmetic';
import { erf } from '@/lib/core/erf';

/** Where the leaves of an arithmetic get their numbers. */
export interface Leaves {
  readonly input: (index: number, cell: readonly number[]) => number;
  readonly weight: (name: string, cell: readonly number[]) => number;
}

/** Carries an arithmetic out in double precision: what the layer says of itself, worked out without tfjs. */
export function evaluate(arithmetic: Arithmetic, leaves: Leaves): number {
  const value = (of: Arithmetic) => evaluate(of, leaves);
  switch (arithmetic.op) {
    case 'input':
      return leaves.input(arithmetic.input, arithmetic.cell);
    case 'weight':
      return leaves.weight(arithmetic.name, arithmetic.cell);
    case 'constant':
      return arithmetic.value;
    case 'sum':
      return arithmetic.terms.reduce((total, term) => total + value(term), 0);
    case 'product':
      return arithmetic.terms.reduce((total, term) => total * value(term), 1);
    case 'maximum':
      return arithmetic.terms.reduce((most, term) => Math.max(most, value(term)), -Infinity);
    case 'minimum':
      return arithmetic.terms.reduce((least, term) => Math.min(least, value(term)), Infinity);
    case 'lookup':
      return leaves.weight(arithmetic.name, [Math.round(value(arithmetic.row)), ...arithmetic.cell]);
    case 'power':
      return value(arithmetic.base) ** arithmetic.exponent;
    case 'log':
      return Math.log(value(arithmetic.of));
    case 'erf':
      return erf(value(arithmetic.of));
    case 'quotient':
      return value(arithmetic.dividend) / value(arithmetic.divisor);
    case 'negate':
      return -value(arithmetic.of);
    case 'exp':
      return Math.exp(value(arithmetic.of));
    case 'tanh':
      return Math.tanh(value(arithmetic.of));
    case 'sqrt':
      return Math.sqrt(value(arithmetic.of));
  }
}
