/** How a figure is worked out, as data: a tree of elementary operations on numbers that stand in a design. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'sum'; readonly terms: readonly Expression[] }
  | { readonly kind: 'product'; readonly factors: readonly Expression[] }
  | { readonly kind: 'quotient'; readonly dividend: Expression; readonly divisor: Expression }
  | { readonly kind: 'floor' | 'ceil'; readonly of: Expression };

export function evaluateExpression(expression: Expression): number {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'sum':
      return expression.terms.reduce((sum, term) => sum + evaluateExpression(term), 0);
    case 'product':
      return expression.factors.reduce((product, factor) => product * evaluateExpression(factor), 1);
    case 'quotient':
      return evaluateExpression(expression.dividend) / evaluateExpression(expression.divisor);
    case 'floor':
      return Math.floor(evaluateExpression(expression.of));
    case 'ceil':
      return Math.ceil(evaluateExpression(expression.of));
  }
}

export function number(value: number): Expression {
  return { kind: 'number', value };
}

/** A single term is itself; none is 0. */
export function sum(terms: readonly Expression[]): Expression {
  const [first, ...others] = terms;
  if (first === undefined) return number(0);
  return others.length === 0 ? first : { kind: 'sum', terms };
}

/** Products within are written out; a single factor is itself; none is 1. */
export function product(factors: readonly Expression[]): Expression {
  const flat = factors.flatMap((factor) => (factor.kind === 'product' ? factor.factors : [factor]));
  const [first, ...others] = flat;
  if (first === undefined) return number(1);
  return others.length === 0 ? first : { kind: 'product', factors: flat };
}

export function productOf(factors: readonly number[]): Expression {
  return product(factors.map(number));
}

export function quotient(dividend: Expression, divisor: Expression): Expression {
  return { kind: 'quotient', dividend, divisor };
}
