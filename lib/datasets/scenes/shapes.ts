import type { Draw } from '@/lib/datasets/scenes/draw';
import type { Point } from '@/lib/datasets/scenes/raster';

const ROUND = 20;

export function ellipse([x, y]: Point, [radiusX, radiusY]: Point, tilt = 0): readonly Point[] {
  return Array.from({ length: ROUND }, (_, at) => {
    const angle = (2 * Math.PI * at) / ROUND;
    const [dx, dy] = [radiusX * Math.cos(angle), radiusY * Math.sin(angle)];
    return [x + dx * Math.cos(tilt) - dy * Math.sin(tilt), y + dx * Math.sin(tilt) + dy * Math.cos(tilt)];
  });
}

/** From a to b, `from` wide at the one end and `to` at the other, with round ends. */
export function limb(a: Point, b: Point, [from, to]: readonly [number, number]): readonly Point[] {
  const angle = Math.atan2(b[1] - a[1], b[0] - a[0]);
  const half = ROUND / 2;
  const arc = ([x, y]: Point, width: number, start: number): readonly Point[] =>
    Array.from({ length: half }, (_, at) => {
      const turn = start + (Math.PI * at) / (half - 1);
      return [x + (width / 2) * Math.cos(turn), y + (width / 2) * Math.sin(turn)];
    });
  return [...arc(b, to, angle - Math.PI / 2), ...arc(a, from, angle + Math.PI / 2)];
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
    const wave =
      Math.sin(3 * angle + turns[0]) + 0.7 * Math.sin(5 * angle + turns[1]) + 0.5 * Math.sin(9 * angle + turns[2]);
    const reach = 1 + (unevenness * wave) / 2;
    return [centre[0] + radiusX * reach * Math.cos(angle), centre[1] + radiusY * reach * Math.sin(angle)];
  });
}
