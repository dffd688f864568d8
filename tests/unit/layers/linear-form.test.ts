import { constant, inputCell, maximum, negate, product, quotient, sum, weightCell } from '@/lib/layers/arithmetic';
import { linearForm } from '@/lib/layers/linear-form';

/** The weight at [n] is n. */
const weight = (_name: string, cell: readonly number[]) => cell[0] ?? Number.NaN;
const x = inputCell([0]);
const y = inputCell([1], 1);

describe('a number as a weighted sum of inputs', () => {
  it('multiplies weights out and gathers what depends on no input', () => {
    // 2x − (5y + 3) / 4 + 7
    const arithmetic = sum(
      product(weightCell('k', 2), x),
      negate(quotient(sum(product(y, weightCell('k', 5)), weightCell('b', 3)), constant(4))),
      weightCell('b', 7),
    );
    expect(linearForm(arithmetic, weight)).toEqual({
      terms: [
        { input: 0, cell: [0], factor: 2 },
        { input: 1, cell: [1], factor: -1.25 },
      ],
      constant: 6.25,
    });
  });

  it('carries out what holds weights only, whatever the operation', () => {
    expect(linearForm(maximum(weightCell('k', 3), constant(-1)), weight)).toEqual({ terms: [], constant: 3 });
  });

  it.each([
    ['a maximum of inputs', maximum(x, constant(0))],
    ['a product of two inputs', product(x, y)],
    ['a quotient by an input', quotient(constant(1), x)],
  ])('is none for %s', (_, arithmetic) => {
    expect(linearForm(arithmetic, weight)).toBeNull();
  });
});
