import { constant, inputCell, maximum, negate, product, quotient, sum, weightCell } from '@/lib/layers/arithmetic';
import { linearForm, linearFormSteps } from '@/lib/layers/linear-form';

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

  it('is found in steps of some hundred terms, so that a long sum can be left in between', () => {
    const size = 9216;
    let read = 0;
    const counted = (_name: string, [at = 0]: readonly number[]): number => {
      read += 1;
      return at;
    };
    const products = Array.from({ length: size }, (_, at) => product(inputCell([at]), weightCell('kernel', at)));
    const steps = linearFormSteps(sum(...products, weightCell('bias', 5)), counted);
    const perStep: number[] = [];
    let next = steps.next();
    for (let before = 0; ; next = steps.next()) {
      perStep.push(read - before);
      before = read;
      if (next.done === true) break;
    }
    expect(Math.max(...perStep)).toBeLessThanOrEqual(512);
    expect(next.value?.constant).toBe(5);
    expect(next.value?.terms.map(({ factor }) => factor)).toEqual(products.map((_, at) => at));
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
