/** @jest-environment node */
import { cosine, sine } from '@/lib/datasets/scenes/angles';
import { drawScene } from '@/lib/datasets/scenes/draw-scene';

/** What ECMA-262 (21.3.2) lets every engine compute as it likes; the last bits differ between browsers. */
const APPROXIMATE = [
  ...(['acos', 'acosh', 'asin', 'asinh', 'atan', 'atan2', 'atanh', 'cbrt', 'cos', 'cosh', 'exp', 'expm1'] as const),
  ...(['hypot', 'log', 'log10', 'log1p', 'log2', 'pow', 'sin', 'sinh', 'tan', 'tanh'] as const),
];

describe('the colour scenes', () => {
  afterEach(() => jest.restoreAllMocks());

  it('are drawn with nothing that browsers compute differently', () => {
    const spies = APPROXIMATE.map((name) => jest.spyOn(Math, name));
    for (let index = 0; index < 60; index += 1) drawScene(1, index);
    expect(APPROXIMATE.filter((_, at) => spies[at]?.mock.calls.length !== 0)).toEqual([]);
  });
});

describe('sine and cosine', () => {
  it('are those of the engine but for the last bits', () => {
    for (let step = -4000; step <= 4000; step += 1) {
      const angle = step * 0.1537;
      expect(Math.abs(sine(angle) - Math.sin(angle))).toBeLessThan(4e-16);
      expect(Math.abs(cosine(angle) - Math.cos(angle))).toBeLessThan(4e-16);
    }
  });

  it('are exact where they must be', () => {
    expect([sine(0), cosine(0)]).toEqual([0, 1]);
    expect(sine(Math.PI / 2)).toBe(1);
    expect(cosine(Math.PI)).toBe(-1);
    expect(sine(-0.5)).toBe(-sine(0.5));
  });
});
