import { cosine, sine } from '@/lib/datasets/scenes/angles';
import type { Draw } from '@/lib/datasets/scenes/draw';
import type { Point } from '@/lib/datasets/scenes/raster';

const ROUND = 20;

export function ellipse([x, y]: Point, [radiusX, radiusY]: Point, tilt = 0): readonly Point[] {
  return Array.from({ length: ROUND }, (_, at) => {
    const angle = (2 * Math.PI * at) / ROUND;
    const [dx, dy] = [radiusX * cosine(angle), radiusY * sine(angle)];
    return [x + dx * cosine(tilt) - dy * sine(tilt), y + dx * sine(tilt) + dy * cosine(tilt)];
  });
}

/** From a to b, `from` wide at the one end and `to` at the other, with round ends. */
export function limb(a: Point, b: Point, [from, to]: readonly [number, number]): readonly Point[] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.sqrt(dx * dx + dy * dy);
  // The direction as a vector: an angle would have to be measured first.
  const [along, across] = length === 0 ? [1, 0] : [dx / length, dy / length];
  const half = ROUND / 2;
  const arc = ([x, y]: Point, width: number, start: number): readonly Point[] =>
    Array.from({ length: half }, (_, at) => {
      const turn = start + (Math.PI * at) / (half - 1);
      const [cos, sin] = [cosine(turn), sine(turn)];
      return [x + (width / 2) * (along * cos - across * sin), y + (width / 2) * (across * cos + along * sin)];
    });
  return [...arc(b, to, -Math.PI / 2), ...arc(a, from, Math.PI / 2)];
}

export function rectangle(left: number, top: number, [width, height]: readonly [number, number]): readonly Point[] {
  return [
    [left, top],
    [left + width, top],
    [left + width, top + height],
    [left, top + height],
  ];
}

/** Round and uneven, as leaves and clouds and stones are; `unevenness` is a share of the radius. */
export function blob(
  draw: Draw,
  centre: Point,
  { radius: [radiusX, radiusY], unevenness }: { readonly radius: Point; readonly unevenness: number },
): readonly Point[] {
  const turns = [draw.between(0, 6.3), draw.between(0, 6.3), draw.between(0, 6.3)] as const;
  return Array.from({ length: 28 }, (_, at) => {
    const angle = (2 * Math.PI * at) / 28;
    const wave = sine(3 * angle + turns[0]) + 0.7 * sine(5 * angle + turns[1]) + 0.5 * sine(9 * angle + turns[2]);
    const reach = 1 + (unevenness * wave) / 2;
    return [centre[0] + radiusX * reach * cosine(angle), centre[1] + radiusY * reach * sine(angle)];
  });
}
