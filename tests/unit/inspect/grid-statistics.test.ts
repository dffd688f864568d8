import { channelMap } from '@/lib/inspect/channel-map';
import { deadCount, isDead, layerSpan, orderOf, unitFigures, unitSpan } from '@/lib/inspect/grid-statistics';
import { summarize } from '@/lib/inspect/statistics';

/** Three units on two by two places: zeros, 1 to 4, and −2 and 2 in turn. */
const three = {
  shape: [2, 2, 3],
  values: Float32Array.from([0, 1, -2, 0, 2, 2, 0, 3, -2, 0, 4, 2]),
};

describe('what every unit of a layer gives', () => {
  test('is its span, mean and variance, worked out by hand', () => {
    const figures = unitFigures(three);
    expect([...figures.low]).toEqual([0, 1, -2]);
    expect([...figures.high]).toEqual([0, 4, 2]);
    expect([...figures.mean]).toEqual([0, 2.5, 0]);
    expect([...figures.variance]).toEqual([0, 1.25, 4]);
    expect(unitSpan(figures, 1)).toEqual({ low: 1, high: 4 });
    expect(layerSpan(figures)).toEqual({ low: -2, high: 4 });
  });

  test('agrees with the statistics of each map alone', () => {
    const shape = [9, 7, 5];
    const values = Float32Array.from({ length: 9 * 7 * 5 }, (_, at) => Math.sin(at * at) * (1 + (at % 5)));
    const figures = unitFigures({ shape, values });
    for (let unit = 0; unit < 5; unit += 1) {
      const { min, max, mean, deviation } = summarize(channelMap({ shape, values }, unit).values);
      expect(figures.low[unit]).toBe(min);
      expect(figures.high[unit]).toBe(max);
      expect(figures.mean[unit]).toBeCloseTo(mean, 10);
      expect(figures.variance[unit]).toBeCloseTo(deviation ** 2, 10);
    }
  });

  test('only zeros everywhere are dead, not all units that are alike', () => {
    const figures = unitFigures({ shape: [1, 2, 3], values: Float32Array.from([0, 5, -0, 0, 5, 0]) });
    expect([0, 1, 2].map((unit) => isDead(figures, unit))).toEqual([true, false, true]);
    expect(deadCount(figures)).toBe(2);
  });

  test('what is not finite does not count, and a unit of nothing else is 0', () => {
    const figures = unitFigures({ shape: [2, 2], values: Float32Array.from([Number.NaN, 3, Infinity, 5]) });
    expect([unitSpan(figures, 0), unitSpan(figures, 1)]).toEqual([
      { low: 0, high: 0 },
      { low: 3, high: 5 },
    ]);
    expect(figures.variance[1]).toBe(1);
  });
});

describe('the order of units', () => {
  const figures = unitFigures(three);
  test.each([
    ['index', [0, 1, 2]],
    ['activation', [1, 2, 0]],
    ['variance', [2, 1, 0]],
  ] as const)('by %s', (order, units) => {
    expect([...orderOf(figures, order)]).toEqual(units);
  });

  test('equal units stand by their number', () => {
    const alike = unitFigures({ shape: [5], values: new Float32Array(5).fill(2) });
    expect([...orderOf(alike, 'activation')]).toEqual([0, 1, 2, 3, 4]);
  });
});
