import { LINE_COLORS, lookOf, MARK_SHAPES, markPath } from '@/lib/runs/chart/line-look';
import { makeScene, type Line } from '@/lib/runs/chart/scene';

const line = (ys: readonly number[], change: Partial<Line> = {}): Line => ({
  key: 'a',
  look: 0,
  series: { xs: Float64Array.from(ys, (_, index) => index + 1), ys: Float64Array.from(ys) },
  raw: null,
  band: null,
  ...change,
});

const scene = (lines: readonly Line[], change: Partial<Parameters<typeof makeScene>[0]> = {}) =>
  makeScene({ lines, window: null, yKind: 'linear', width: 500, height: 300, ...change });

/** Every number of a path. */
const numbers = (path: string) => path.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];

describe('a chart of runs', () => {
  it('draws all points within the plot, the lowest value lowest', () => {
    const { lines, plot } = scene([line([3, 1, 2])]);
    const ys = numbers(lines[0]?.path ?? '').filter((_, index) => index % 2 === 1);
    expect(ys).toHaveLength(3);
    expect(Math.max(...ys)).toBe(ys[1]);
    for (const y of ys) {
      expect(y).toBeGreaterThanOrEqual(plot.top);
      expect(y).toBeLessThanOrEqual(plot.top + plot.height);
    }
  });

  it('breaks a line where a value is missing', () => {
    expect(scene([line([1, 2, Number.NaN, 4, 5])]).lines[0]?.path.match(/M/g)).toHaveLength(2);
  });

  it('fits the heights of the window only, and has none for losses below zero', () => {
    const all = scene([line([100, 1, 2, 3])]);
    const near = scene([line([100, 1, 2, 3])], { window: [2, 4] });
    expect(all.y.high).toBeGreaterThan(100);
    expect(near.y.high).toBeLessThan(4);
    expect(all.y.low).toBe(0);
  });

  it('leaves out on a logarithm what has none', () => {
    const { lines, y } = scene([line([0, 0.1, 10])], { yKind: 'log' });
    expect(numbers(lines[0]?.path ?? '')).toHaveLength(4);
    expect(y.low).toBeGreaterThan(0);
  });

  it('draws fifty runs of ten thousand batches with no more points than the pixels need', () => {
    const long = Array.from({ length: 10_000 }, (_, index) => Math.sin(index * 12.9898) + 2);
    const drawn = scene(Array.from({ length: 50 }, (_, index) => line(long, { key: String(index), look: index })));
    for (const { path } of drawn.lines) expect(numbers(path).length).toBeLessThanOrEqual(2 * (4 * 500 + 4));
  });

  it('is empty, and no fault, without a point', () => {
    expect(scene([line([])]).lines[0]).toMatchObject({ path: '', marks: [] });
  });
});

describe('the looks of lines', () => {
  it('differ in colour, stroke or mark for the first sixty-four', () => {
    const looks = Array.from({ length: 64 }, (_, place) => JSON.stringify(lookOf(place)));
    expect(new Set(looks).size).toBe(64);
  });

  it('differ in more than colour between any two of eight', () => {
    const marks = Array.from({ length: 8 }, (_, place) => lookOf(place).mark);
    expect(new Set(marks).size).toBe(8);
    for (const shape of MARK_SHAPES) expect(markPath(shape, [10, 10])).toMatch(/^M/);
  });

  it.each([
    ['light', ['#ffffff', '#f3f4f7']],
    ['dark', ['#181b21', '#20242c']],
  ] as const)('stand out from the grounds of the %s theme by 3 : 1', (theme, grounds) => {
    for (const color of LINE_COLORS[theme]) {
      for (const ground of grounds) expect(contrast(color, ground)).toBeGreaterThanOrEqual(3);
    }
  });
});

/** WCAG 2.2, "contrast ratio". */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
