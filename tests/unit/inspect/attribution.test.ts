import {
  attributionMap,
  extremesOf,
  isZero,
  largestSize,
  strengthPixels,
  strongestUnits,
} from '@/lib/inspect/attribution';

const values = (...numbers: number[]): Float32Array => Float32Array.from(numbers);

describe('what speaks for a unit, drawn', () => {
  it('is one number a pixel: the sum over its channels', () => {
    const map = attributionMap({ shape: [1, 2, 3], values: values(1, 2, -4, 0, 0.5, 0.25) });
    expect(map).toEqual({ rows: 1, columns: 2, values: values(-1, 0.75) });
  });

  it('is one number a position of a sequence, and each of a row', () => {
    expect(attributionMap({ shape: [3, 2], values: values(1, 1, 2, 2, 3, -3) })).toEqual({
      ...{ rows: 3, columns: 1 },
      values: values(2, 4, 0),
    });
    expect(attributionMap({ shape: [3], values: values(1, 2, 3) })).toMatchObject({ rows: 1, columns: 3 });
  });

  it('has its most positive and its most negative place told apart, and neither where there is none', () => {
    expect(extremesOf({ rows: 2, columns: 2, values: values(0.176, -0.217, 0, 0.176) })).toEqual({
      positive: { row: 0, column: 0, value: Math.fround(0.176) },
      negative: { row: 0, column: 1, value: Math.fround(-0.217) },
    });
    expect(extremesOf({ rows: 1, columns: 2, values: values(0, 3) })).toEqual({
      positive: { row: 0, column: 1, value: 3 },
      negative: null,
    });
    expect(extremesOf({ rows: 1, columns: 2, values: values(0, 0) })).toEqual({ positive: null, negative: null });
  });

  it('is laid over the picture the denser the more it counts, in one colour for and one against', () => {
    const { data, width, height } = strengthPixels({ rows: 1, columns: 4, values: values(4, -1, 0, Number.NaN) }, 0.5);
    expect([width, height]).toEqual([4, 1]);
    const [most = 0, against = 0, none = -1, noNumber = -1] = data;
    expect(most >>> 24).toBe(128);
    expect(against >>> 24).toBe(64);
    expect([none >>> 24, noNumber >>> 24]).toEqual([0, 0]);
    // Red outweighs blue for it, blue red against it.
    expect(most & 0xff).toBeGreaterThan((most >> 16) & 0xff);
    expect((against >> 16) & 0xff).toBeGreaterThan(against & 0xff);
  });

  it('tells a unit that nothing comes back from', () => {
    expect(isZero(values(0, -0, 0))).toBe(true);
    expect(isZero(values(0, 1e-30))).toBe(false);
    expect(largestSize(values(1, -3, 2))).toBe(3);
  });

  it('names the units furthest from 0, whatever their sign, without those of zeros', () => {
    const echo = { shape: [2, 1, 4], values: values(1, 0, -5, 0.5, 2, 0, 3, -0.5) };
    expect(strongestUnits(echo, 3)).toEqual([
      { unit: 2, value: -5 },
      { unit: 0, value: 2 },
      { unit: 3, value: 0.5 },
    ]);
    expect(strongestUnits(echo, 9)).toHaveLength(3);
  });
});
