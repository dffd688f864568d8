import fc from 'fast-check';
import { chartData } from '@/components/charts/curve-data';
import { thinIndices } from '@/components/charts/thin';

describe('thinning a curve', () => {
  test('a short curve keeps every point', () => {
    expect(thinIndices(Float32Array.of(5, 4, 3), 100)).toEqual([0, 1, 2]);
  });

  test('a long curve keeps its spikes, its order and its last point, within two points a column', () => {
    const curve = fc.array(fc.float({ noNaN: true }), { minLength: 1, maxLength: 2000 });
    fc.assert(
      fc.property(curve, fc.integer({ min: 1, max: 200 }), (points, columns) => {
        const values = Float32Array.from(points);
        const indices = thinIndices(values, columns);
        const kept = indices.map((index) => values[index] ?? Number.NaN);
        expect(indices).toEqual([...new Set(indices)].sort((a, b) => a - b));
        expect(indices.length).toBeLessThanOrEqual(columns * 2 + 1);
        expect(indices.at(-1)).toBe(values.length - 1);
        expect(Math.max(...kept)).toBe(Math.max(...values));
        expect(Math.min(...kept)).toBe(Math.min(...values));
      }),
    );
  });
});

describe('the data of a chart', () => {
  const curves = {
    raw: Float32Array.of(4, 2, 1),
    smoothed: Float32Array.of(4, 3, 2),
    training: [{ x: 2, y: 2.5 }],
    validation: [
      { x: 2, y: null },
      { x: 5, y: 1.5 },
    ],
  };

  test('has one x for all lines, counted from the first batch, and gaps where a line has no point', () => {
    expect(chartData(curves, 100)).toEqual([
      [1, 2, 3, 5],
      [4, 2, 1, null],
      [4, 3, 2, null],
      [null, 2.5, null, null],
      [null, null, null, 1.5],
    ]);
  });

  test('leaves out what is not a finite number', () => {
    const raw = Float32Array.of(Number.NaN, Number.POSITIVE_INFINITY, 1);
    expect(chartData({ ...curves, raw, training: [], validation: [] }, 100)[1]).toEqual([null, null, 1]);
  });
});
