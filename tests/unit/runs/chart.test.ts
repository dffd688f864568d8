import fc from 'fast-check';
import { decimate, nearest, pointAt } from '@/lib/runs/chart/decimate';
import { meanBand, spread } from '@/lib/runs/chart/mean-band';
import { shareOf, ticksOf, valueAt } from '@/lib/runs/chart/scale';
import { smooth } from '@/lib/runs/chart/smooth';

const series = (ys: readonly number[], xs = ys.map((_, index) => index)) => ({
  xs: Float64Array.from(xs),
  ys: Float64Array.from(ys),
});

describe('thinning a line to the pixels it has', () => {
  const long = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1000, maxLength: 3000 });

  it('keeps the lowest and the highest point of every column', () => {
    fc.assert(
      fc.property(long, fc.integer({ min: 10, max: 80 }), (values, columns) => {
        const line = series(values);
        const to = values.length - 1;
        const kept = decimate(line, { from: 0, to, columns });
        const column = (x: number) => Math.floor(x / (to / columns));
        for (const extreme of [Math.min, Math.max]) {
          for (let each = 0; each < columns; each += 1) {
            const all = values.filter((_, index) => column(index) === each);
            const left = kept.filter((index) => column(index) === each).map((index) => values[index] ?? 0);
            expect(extreme(...left)).toBe(extreme(...all));
          }
        }
        expect(kept.length).toBeLessThanOrEqual(columns * 4 + 4);
      }),
      { numRuns: 30 },
    );
  });

  it('draws every point of a short line, and the neighbours of a window', () => {
    expect(decimate(series([1, 2, 3, 4, 5, 6]), { from: 1.5, to: 3.5, columns: 100 })).toEqual([1, 2, 3, 4]);
  });

  it('does not lose a number beside what is not one', () => {
    const values = Array.from({ length: 1000 }, (_, index) => (index === 500 ? 7 : Number.NaN));
    expect(decimate(series(values), { from: 0, to: 999, columns: 10 })).toContain(500);
  });

  it('finds the nearest point, on either side', () => {
    expect([0.4, 0.6, -3, 99].map((x) => nearest(series([5, 5, 5]), x))).toEqual([0, 1, 0, 2]);
    expect(nearest(series([]), 1)).toBeNull();
  });
});

describe('smoothing', () => {
  it('is a moving average divided by the weight so far', () => {
    // w = 0.5: v₁; (0.25 v₁ + 0.5 v₂) / 0.75; (0.125 v₁ + 0.25 v₂ + 0.5 v₃) / 0.875
    const [first, second, third] = smooth(Float64Array.of(1, 4, 2), 0.5);
    expect(first).toBeCloseTo(1, 12);
    expect(second).toBeCloseTo((0.25 * 1 + 0.5 * 4) / 0.75, 12);
    expect(third).toBeCloseTo((0.125 * 1 + 0.25 * 4 + 0.5 * 2) / 0.875, 12);
  });

  it('leaves a constant as it is, and everything at weight 0', () => {
    expect([...smooth(Float64Array.of(3, 3, 3), 0.99)].every((value) => Math.abs(value - 3) < 1e-12)).toBe(true);
    expect([...smooth(Float64Array.of(3, 1, 2), 0)]).toEqual([3, 1, 2]);
  });

  it('passes over what is not a number', () => {
    const [, gap, next] = smooth(Float64Array.of(2, Number.NaN, 2), 0.9);
    expect(gap).toBeNaN();
    expect(next).toBeCloseTo(2, 12);
  });
});

describe('scales', () => {
  const scale = fc.record({
    kind: fc.constantFrom('linear' as const, 'log' as const),
    low: fc.double({ min: 1e-6, max: 10, noNaN: true }),
    factor: fc.double({ min: 1.1, max: 1e6, noNaN: true }),
  });

  it('go there and back', () => {
    fc.assert(
      fc.property(scale, fc.double({ min: 0, max: 1, noNaN: true }), ({ kind, low, factor }, share) => {
        const made = { kind, low, high: low * factor };
        expect(shareOf(made, valueAt(made, share))).toBeCloseTo(share, 6);
      }),
    );
  });

  it('have a few round ticks, all within', () => {
    fc.assert(
      fc.property(scale, ({ kind, low, factor }) => {
        const high = low * factor;
        const ticks = ticksOf({ kind, low, high }, 6);
        expect(ticks.length).toBeGreaterThanOrEqual(1);
        expect(ticks.length).toBeLessThanOrEqual(12);
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(low * (1 - 1e-9));
          expect(tick).toBeLessThanOrEqual(high * (1 + 1e-9));
        }
      }),
    );
    expect(ticksOf({ kind: 'linear', low: 0, high: 1 }, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(ticksOf({ kind: 'log', low: 0.05, high: 2 }, 6)).toEqual([0.05, 0.1, 0.2, 0.5, 1, 2]);
  });
});

describe('the mean of several runs', () => {
  it('has the deviation of a sample', () => {
    expect(spread([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ mean: 5, deviation: Math.sqrt(32 / 7), count: 8 });
    expect(spread([3]).deviation).toBe(0);
  });

  it('is taken where all lines are, between their points on straight lines', () => {
    const band = meanBand([series([0, 10, 20], [0, 10, 20]), series([2, 22], [5, 15])]);
    expect([...(band?.mean.xs ?? [])]).toEqual([5, 15]);
    expect([...(band?.mean.ys ?? [])]).toEqual([3.5, 18.5]);
    expect(band?.high[0]).toBeCloseTo(3.5 + Math.SQRT2 * 1.5, 12);
  });

  it('is nothing for lines that share no stretch', () => {
    expect(meanBand([series([1, 2], [0, 1]), series([1, 2], [5, 6])])).toBeNull();
    expect(meanBand([series([]), series([1, 2])])).toBeNull();
  });
});

describe('reading lines whose places lie apart', () => {
  it('takes the point of that place, and none where the line has ended before it', () => {
    const line = series([5, 4], [1, 2]);
    expect([1, 2, 3].map((place) => pointAt(line, place, 1))).toEqual([0, 1, null]);
    expect(pointAt(line, 3, null)).toBe(1);
  });
});
