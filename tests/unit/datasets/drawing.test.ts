import fc from 'fast-check';
import { rasterizeDrawing, type Stroke } from '@/lib/datasets/drawing';

const target = { size: 28, penRadius: 1.2 };

function draw(...strokes: readonly Stroke[]): Float32Array {
  const picture = rasterizeDrawing(strokes, target);
  if (picture === null) throw new Error('nothing was drawn');
  return picture;
}

/** The rows and columns with ink, as first and last of each. */
function inkBounds(picture: Float32Array) {
  const inked = [...picture.keys()].filter((at) => (picture[at] ?? 0) > 0.01);
  const rows = inked.map((at) => Math.floor(at / 28));
  const columns = inked.map((at) => at % 28);
  return {
    height: Math.max(...rows) - Math.min(...rows) + 1,
    width: Math.max(...columns) - Math.min(...columns) + 1,
  };
}

function centreOf(picture: Float32Array) {
  const total = picture.reduce((sum, ink) => sum + ink, 0);
  const mean = (coordinate: (at: number) => number) =>
    picture.reduce((sum, ink, at) => sum + ink * (coordinate(at) + 0.5), 0) / total;
  return { x: mean((at) => at % 28), y: mean((at) => Math.floor(at / 28)) };
}

const bar: Stroke = [
  { x: 10, y: 10 },
  { x: 10, y: 200 },
];

describe('a drawing becomes a picture as the MNIST digits did', () => {
  test('without a stroke there is none', () => {
    expect(rasterizeDrawing([], target)).toBeNull();
  });

  test('its longer side takes 20 of the 28 pixels, however large it was drawn', () => {
    const tiny = bar.map(({ x, y }) => ({ x: x / 40, y: y / 40 }));
    for (const stroke of [bar, tiny]) {
      const { height, width } = inkBounds(draw(stroke));
      expect(height).toBeGreaterThanOrEqual(20);
      expect(height).toBeLessThanOrEqual(22);
      expect(width).toBeLessThanOrEqual(4);
    }
  });

  test('its centre of mass is the middle of the picture, wherever it was drawn', () => {
    const seven: Stroke = [
      { x: 300, y: 40 },
      { x: 380, y: 40 },
      { x: 330, y: 160 },
    ];
    const { x, y } = centreOf(draw(seven));
    expect(x).toBeCloseTo(14, 1);
    expect(y).toBeCloseTo(14, 1);
  });

  test('its edges are grey, its middle is full', () => {
    const values = new Set(draw(bar));
    expect(values.has(1)).toBe(true);
    expect([...values].some((ink) => ink > 0 && ink < 1)).toBe(true);
  });

  test('a dot stays a dot', () => {
    const { height, width } = inkBounds(draw([{ x: 5, y: 5 }]));
    expect(height).toBeLessThanOrEqual(4);
    expect(width).toBeLessThanOrEqual(4);
  });

  test('any strokes give finite values between nothing and full ink, and some ink', () => {
    const coordinate = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    const stroke = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(stroke, { minLength: 1, maxLength: 4 }), (strokes) => {
        const picture = draw(...strokes);
        return picture.every((ink) => ink >= 0 && ink <= 1) && picture.some((ink) => ink > 0);
      }),
    );
  });
});
