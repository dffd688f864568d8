import { number, product, productOf, quotient, sum, type Expression } from '@/lib/core/expression';
import { expressionText } from '@/lib/messages/expression-text';

const minus = (value: Expression) => product([number(-1), value]);

describe('expressionText', () => {
  it.each<[string, Expression]>([
    ['(3·3·64 + 1)·128', product([sum([productOf([3, 3, 64]), number(1)]), number(128)])],
    ['4·138,357,544', productOf([4, 138_357_544])],
    ['0.5 + ((3 − 1)/2 − 1)·4', startOf(number(0.5))],
    ['−1.5 + ((3 − 1)/2 − 1)·4', startOf(number(-1.5))],
    ['(⌈5/2⌉ − 1)·2', product([sum([{ kind: 'ceil', of: quotient(number(5), number(2)) }, number(-1)]), number(2)])],
    [
      '(1 − (4 − 1)/2)/2',
      quotient(sum([number(1), minus(quotient(sum([number(4), number(-1)]), number(2)))]), number(2)),
    ],
    ['3·(−2)', productOf([3, -2])],
    ['1/(2·3)', quotient(number(1), productOf([2, 3]))],
    ['0', sum([])],
  ])('writes %s', (text, expression) => {
    expect(expressionText(expression, 'en')).toBe(text);
  });

  it('writes numbers as Vietnamese do', () => {
    expect(expressionText(sum([number(12_345), number(0.5)]), 'vi')).toBe('12.345 + 0,5');
  });
});

function startOf(first: Expression): Expression {
  const half = quotient(sum([number(3), number(-1)]), number(2));
  return sum([first, product([sum([half, number(-1)]), number(4)])]);
}
