/** Where the pen went, in any unit; x to the right, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export type Stroke = readonly Point[];

export interface DrawingTarget {
  /** Side of the square picture, in pixels. */
  readonly size: number;
  /** Half the width of the pen's line in the picture, in pixels. */
  readonly penRadius: number;
}

/** MNIST's digits were scaled to fit 20 of the picture's 28 pixels (LeCun et al., yann.lecun.org/exdb/mnist). */
const BOX_SHARE = 20 / 28;

/** The side of the box that a drawing is fitted into, in pixels. */
export function boxSide(size: number): number {
  return Math.round(size * BOX_SHARE);
}

/**
 * A drawing as a picture of `size` × `size` values in [0, 1], prepared as the MNIST digits were: scaled, keeping its
 * proportions, to fit the box, anti-aliased, and moved so that its centre of mass is the picture's centre. The pen is
 * equally wide however large the drawing was. null without a stroke.
 */
export function rasterizeDrawing(strokes: readonly Stroke[], target: DrawingTarget): Float32Array | null {
  const points = strokes.flat();
  const [first] = points;
  if (first === undefined) return null;
  const boxed = fitIntoBox(strokes, points, target);
  const mass = centreOfMass(paint(boxed, target), target.size);
  const middle = target.size / 2;
  return paint(translate(boxed, middle - mass.x, middle - mass.y), target);
}

function fitIntoBox(strokes: readonly Stroke[], points: Stroke, { size, penRadius }: DrawingTarget): readonly Stroke[] {
  const [left, right] = extent(points.map(({ x }) => x));
  const [top, bottom] = extent(points.map(({ y }) => y));
  const longest = Math.max(right - left, bottom - top);
  // A single dot has no size to scale.
  const scale = longest === 0 ? 1 : (size * BOX_SHARE - 2 * penRadius) / longest;
  const middle = size / 2;
  const place = ({ x, y }: Point): Point => ({
    x: middle + (x - (left + right) / 2) * scale,
    y: middle + (y - (top + bottom) / 2) * scale,
  });
  return strokes.map((stroke) => stroke.map(place));
}

function extent(values: readonly number[]): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

function translate(strokes: readonly Stroke[], dx: number, dy: number): readonly Stroke[] {
  return strokes.map((stroke) => stroke.map(({ x, y }) => ({ x: x + dx, y: y + dy })));
}

/** Ink by distance: full inside the pen's line, fading over one pixel at its edge. */
function paint(strokes: readonly Stroke[], { size, penRadius }: DrawingTarget): Float32Array {
  const picture = new Float32Array(size * size);
  for (const stroke of strokes) {
    stroke.forEach((end, index) => paintSegment(picture, size, [stroke[index - 1] ?? end, end], penRadius));
  }
  return picture;
}

function paintSegment(
  picture: Float32Array,
  size: number,
  [from, to]: readonly [Point, Point],
  penRadius: number,
): void {
  const reach = penRadius + 1;
  const rows = pixelRange(from.y, to.y, reach, size);
  const columns = pixelRange(from.x, to.x, reach, size);
  for (let row = rows[0]; row <= rows[1]; row++) {
    for (let column = columns[0]; column <= columns[1]; column++) {
      const distance = distanceToSegment({ x: column + 0.5, y: row + 0.5 }, from, to);
      const ink = Math.min(1, Math.max(0, penRadius - distance + 0.5));
      const at = row * size + column;
      picture[at] = Math.max(picture[at] ?? 0, ink);
    }
  }
}

function pixelRange(a: number, b: number, reach: number, size: number): readonly [number, number] {
  const low = Math.max(0, Math.floor(Math.min(a, b) - reach));
  const high = Math.min(size - 1, Math.floor(Math.max(a, b) + reach));
  return [low, high];
}

function distanceToSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const lengthSquared = dx * dx + dy * dy;
  const along = lengthSquared === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / lengthSquared;
  const clamped = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - clamped * dx, point.y - from.y - clamped * dy);
}

/** In pixels, the middle of the first pixel being 0.5; the picture's own centre when there is no ink. */
function centreOfMass(picture: Float32Array, size: number): Point {
  let [total, x, y] = [0, 0, 0];
  picture.forEach((ink, at) => {
    total += ink;
    x += ink * ((at % size) + 0.5);
    y += ink * (Math.floor(at / size) + 0.5);
  });
  return total === 0 ? { x: size / 2, y: size / 2 } : { x: x / total, y: y / total };
}
