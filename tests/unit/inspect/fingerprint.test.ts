import fc from 'fast-check';
import { createFingerprint } from '@/lib/inspect/fingerprint';

function of(...tensors: readonly (readonly number[])[]): string {
  const print = createFingerprint();
  for (const values of tensors) print.add(Float32Array.from(values), 0, values.length);
  return print.text();
}

describe('the fingerprint of weights', () => {
  it('is another when one number is, or when two change places', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true }), { minLength: 2, maxLength: 30 }), fc.nat(), (values, at) => {
        const index = at % values.length;
        const changed = values.map((value, other) => (other === index ? Math.fround(value + 1) : value));
        if (!changed.every((value, other) => Object.is(value, values[other]))) expect(of(changed)).not.toBe(of(values));
        const turned = [...values].reverse();
        if (!turned.every((value, other) => Object.is(value, values[other]))) expect(of(turned)).not.toBe(of(values));
      }),
    );
  });

  it('is the same in one piece and in many, and tells a missing number from a zero', () => {
    const values = Float32Array.from([1, -2, 3.5, 0, 9]);
    const print = createFingerprint();
    print.add(values, 0, 2);
    print.add(values, 2, 5);
    expect(print.text()).toBe(of([...values]));
    expect(of([0])).not.toBe(of([0, 0]));
  });
});
