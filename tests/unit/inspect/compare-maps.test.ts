import { agreementOf, differenceOf, orderByDifference, unitedSpans } from '@/lib/inspect/compare-maps';
import { unitFigures } from '@/lib/inspect/grid-statistics';

describe('two outputs of one shape', () => {
  it('leaves of A what B does not have, number by number', () => {
    const a = { shape: [1, 2, 2], values: Float32Array.of(1, 2, 3, -4) };
    const b = { shape: [1, 2, 2], values: Float32Array.of(0.5, 4, 3, -8) };
    expect(differenceOf(a, b)).toEqual({ shape: [1, 2, 2], values: Float32Array.of(0.5, -2, 0, 4) });
  });

  it('says the largest and the mean distance and how far they go together', () => {
    // Means 2.5 and 3.5; Σ(a − 2.5)(b − 3.5) = 7, Σ(a − 2.5)² = 5, Σ(b − 3.5)² = 11.
    const { most, mean, correlation } = agreementOf([1, 2, 3, 4], [2, 2, 4, 6]);
    expect([most, mean]).toEqual([2, 1]);
    expect(correlation).toBeCloseTo(7 / Math.sqrt(5 * 11), 12);
  });

  it.each([
    ['the same in another unit', [1, 2, 3], [10, 20, 30], 1],
    ['the opposite', [1, 2, 3], [0, -5, -10], -1],
    ['neither', [1, -1, 1, -1], [1, 1, -1, -1], 0],
  ])('a correlation of %s', (_, a, b, correlation) => {
    expect(agreementOf(a, b).correlation).toBeCloseTo(correlation, 12);
  });

  it('has no correlation where one is the same everywhere, and none of nothing', () => {
    expect(agreementOf([0, 0, 0], [1, 2, 3])).toEqual({ most: 3, mean: 2, correlation: null });
    expect(agreementOf([], [])).toEqual({ most: 0, mean: 0, correlation: null });
  });

  it('keeps small spreads around a large mean', () => {
    expect(agreementOf([1e8 + 1, 1e8 + 2, 1e8 + 3], [1, 2, 3]).correlation).toBeCloseTo(1, 12);
  });

  it('leaves out what is not a number on one of the sides', () => {
    expect(agreementOf([1, Number.NaN, 3, Infinity], [2, 0, 6, 0])).toEqual({ most: 3, mean: 2, correlation: 1 });
  });
});

describe('units of two outputs', () => {
  // Two units: A has 0, 4 and −1, 1; B has −2, 1 and 0, 5.
  const a = unitFigures({ shape: [1, 2, 2], values: Float32Array.of(0, -1, 4, 1) });
  const b = unitFigures({ shape: [1, 2, 2], values: Float32Array.of(-2, 0, 1, 5) });

  it('are coloured on one scale, which spans both', () => {
    expect(unitedSpans(a, b)).toEqual({ low: Float64Array.of(-2, -1), high: Float64Array.of(4, 5) });
  });

  it('stand by the largest of their differences, whichever its sign', () => {
    expect([...orderByDifference({ low: Float64Array.of(0, -9, -1), high: Float64Array.of(3, 2, 3) })]).toEqual([
      1, 0, 2,
    ]);
  });
});
