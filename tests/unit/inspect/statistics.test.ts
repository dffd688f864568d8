import { histogram, summarize } from '@/lib/inspect/statistics';

describe('statistics of activations and weights', () => {
  it('are those worked out by hand: 0, 0, 1, 3 have mean 1, squares 6 and deviation √1.5', () => {
    const { deviation, ...others } = summarize([0, 3, 0, 1]);
    expect(others).toEqual({ count: 4, min: 0, max: 3, mean: 1, zeros: 0.5, notFinite: 0 });
    expect(deviation).toBeCloseTo(Math.sqrt(1.5), 12);
  });

  it('count what is not finite and leave it out', () => {
    expect(summarize([Number.NaN, 2, Infinity])).toEqual({
      count: 1,
      min: 2,
      max: 2,
      mean: 2,
      deviation: 0,
      zeros: 0,
      notFinite: 2,
    });
    expect(summarize([])).toMatchObject({ count: 0, mean: 0, min: 0, max: 0, notFinite: 0 });
  });

  it('keep a small spread around a large mean', () => {
    expect(summarize([1e9, 1e9 + 2]).deviation).toBeCloseTo(1, 6);
  });
});

describe('a histogram', () => {
  it('counts each value once, the largest in the last bin', () => {
    expect(histogram([0, 1, 2, 3, 4, 4], 4)).toEqual({ edges: [0, 1, 2, 3, 4], counts: [1, 1, 1, 3] });
  });

  it('has bins of equal width across 0', () => {
    expect(histogram([-2, -0.5, 0, 1.9, 2], 2)).toEqual({ edges: [-2, 0, 2], counts: [2, 3] });
  });

  it('has one bin where all values are alike, and none where there are none', () => {
    expect(histogram([5, 5, Number.NaN], 10)).toEqual({ edges: [5, 5], counts: [2] });
    expect(histogram([Number.NaN], 10)).toEqual({ edges: [], counts: [] });
  });
});
