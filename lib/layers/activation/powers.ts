import { type Arithmetic, constant, exp, product, quotient, sum } from '@/lib/layers/arithmetic';

/** exp(x) − 1 */
export function expMinusOne(of: Arithmetic): Arithmetic {
  return sum(exp(of), constant(-1));
}

/** log(1 + exp(x)) */
export function softplusOf(of: Arithmetic): Arithmetic {
  return { op: 'log', of: sum(constant(1), exp(of)) };
}

/** 1 / (1 + exp(−x)) */
export function sigmoidOf(of: Arithmetic): Arithmetic {
  return quotient(constant(1), sum(constant(1), exp(product(constant(-1), of))));
}
