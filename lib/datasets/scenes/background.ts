import { sine } from '@/lib/datasets/scenes/angles';
import { fromHue, mix, shade, type Draw } from '@/lib/datasets/scenes/draw';
import { gradient, rounded, type Light } from '@/lib/datasets/scenes/light';
import type { Part } from '@/lib/datasets/scenes/part';
import { extentOf, type Colour, type Point, type Raster } from '@/lib/datasets/scenes/raster';
import { blob, ellipse, rectangle } from '@/lib/datasets/scenes/shapes';

/** Where things stand: `horizon` in pixels from above. */
export interface Place {
  readonly horizon: number;
  readonly isIndoors: boolean;
}

const SKIES: readonly [readonly [Colour, Colour], ...(readonly [Colour, Colour])[]] = [
  [
    [0.36, 0.6, 0.9],
    [0.78, 0.88, 0.97],
  ],
  [
    [0.25, 0.48, 0.85],
    [0.66, 0.82, 0.95],
  ],
  [
    [0.68, 0.71, 0.75],
    [0.84, 0.86, 0.87],
  ],
  [
    [0.45, 0.5, 0.58],
    [0.7, 0.72, 0.74],
  ],
  [
    [0.4, 0.38, 0.62],
    [0.98, 0.67, 0.42],
  ],
  [
    [0.85, 0.5, 0.42],
    [0.99, 0.85, 0.55],
  ],
  [
    [0.07, 0.09, 0.2],
    [0.2, 0.23, 0.38],
  ],
];
const GROUNDS: readonly [Colour, ...Colour[]] = [
  [0.36, 0.52, 0.24],
  [0.48, 0.6, 0.3],
  [0.3, 0.42, 0.24],
  [0.82, 0.73, 0.54],
  [0.9, 0.92, 0.95],
  [0.52, 0.5, 0.48],
  [0.6, 0.45, 0.3],
  [0.66, 0.6, 0.34],
];

/** Paints sky and ground, or wall and floor, with what is far away. */
export function paintPlace(raster: Raster, draw: Draw, light: Light): Place {
  const isIndoors = draw.chance(0.22);
  const horizon = raster.size * draw.between(0.45, 0.8);
  if (isIndoors) paintRoom(raster, draw, horizon);
  else paintLand(raster, draw, { horizon, light });
  return { horizon, isIndoors };
}

function add(raster: Raster, parts: readonly Part[]): void {
  for (const { polygon, paint, opacity } of parts) raster.fill(polygon, paint, opacity);
}

function paintLand(
  raster: Raster,
  draw: Draw,
  { horizon, light }: { readonly horizon: number; readonly light: Light },
): void {
  const { size } = raster;
  const sky = draw.pick(SKIES);
  const upper = gradient([draw.near(sky[0], 0.06), draw.near(sky[1], 0.06)], 0, horizon);
  raster.wash(upper);
  if (draw.chance(0.35)) {
    const centre: Point = [light.side < 0 ? draw.between(3, 26) : draw.between(38, 61), draw.between(4, horizon * 0.5)];
    add(raster, [{ polygon: ellipse(centre, [3.5, 3.5]), paint: [1, 0.96, 0.8], opacity: 0.85 }]);
  }
  for (let cloud = draw.whole(0, 3); cloud > 0; cloud -= 1) add(raster, clouds(draw, { size, horizon }));
  const ground = draw.near(draw.pick(GROUNDS), 0.07);
  const haze = upper(0, horizon);
  if (draw.chance(0.6))
    add(raster, hills(draw, { size, horizon, colour: mix(shade(ground, 0.75), haze, draw.between(0.3, 0.7)) }));
  if (draw.chance(0.3)) add(raster, skyline(draw, { size, horizon, haze }));
  raster.fill(
    rectangle(0, horizon, [size, size - horizon]),
    patchy(draw, gradient([mix(ground, haze, 0.25), shade(ground, 0.85)], horizon, size)),
  );
  if (draw.chance(0.3)) add(raster, [path(draw, { size, horizon })]);
}

/** Grass, sand and snow are not of one colour. */
function patchy(draw: Draw, paint: (x: number, y: number) => Colour): (x: number, y: number) => Colour {
  const [turn, strength] = [draw.between(0, 50), draw.between(0.02, 0.09)];
  return (x, y) => {
    const wave =
      sine(x * 0.35 + turn) * sine(y * 0.8 - turn) +
      0.8 * sine(x * 1.7 + y * 2.3 + turn) +
      0.5 * sine(x * 3.1 - y * 1.3);
    return shade(paint(x, y), 1 + strength * wave);
  };
}

function clouds(draw: Draw, { size, horizon }: { readonly size: number; readonly horizon: number }): readonly Part[] {
  const [x, y] = [draw.between(0, size), draw.between(2, horizon * 0.6)];
  const white: Colour = draw.near([0.95, 0.95, 0.96], 0.05);
  return Array.from({ length: 3 }, (_, at) => ({
    polygon: blob(draw, [x + (at - 1) * draw.between(4, 7), y + draw.between(-1, 1)], {
      radius: [draw.between(4, 8), draw.between(1.6, 3.4)],
      unevenness: 0.2,
    }),
    paint: white,
    opacity: draw.between(0.4, 0.8),
  }));
}

function hills(
  draw: Draw,
  { size, horizon, colour }: { readonly size: number; readonly horizon: number; readonly colour: Colour },
): readonly Part[] {
  const steps = 12;
  const [turn, height, sharpness] = [draw.between(0, 6), draw.between(3, 13), draw.between(0.5, 2)];
  const line = Array.from({ length: steps + 1 }, (_, at): Point => {
    const wave = sine(at * sharpness + turn) + 0.5 * sine(at * 2.1 * sharpness - turn);
    return [(at / steps) * size, horizon - height * (0.6 + 0.4 * wave)];
  });
  return [{ polygon: [...line, [size, horizon + 1], [0, horizon + 1]], paint: colour }];
}

/** Far buildings: blocks without roofs, so that they are no houses of their own. */
function skyline(
  draw: Draw,
  { size, horizon, haze }: { readonly size: number; readonly horizon: number; readonly haze: Colour },
): readonly Part[] {
  const parts: Part[] = [];
  for (let x = draw.between(-6, 4); x < size; x += draw.between(5, 12)) {
    const height = draw.between(3, 18);
    parts.push({
      polygon: rectangle(x, horizon - height, [draw.between(4, 9), height]),
      paint: mix(fromHue(draw.share(), 0.15, 0.45), haze, 0.45),
    });
  }
  return parts;
}

function path(draw: Draw, { size, horizon }: { readonly size: number; readonly horizon: number }): Part {
  const [far, near, wide] = [draw.between(10, 54), draw.between(-10, 74), draw.between(8, 22)];
  return {
    polygon: [
      [far - 1, horizon],
      [far + 1.5, horizon],
      [near + wide, size],
      [near - wide, size],
    ],
    paint: draw.near(
      draw.pick<Colour>([
        [0.55, 0.53, 0.5],
        [0.68, 0.58, 0.44],
        [0.35, 0.36, 0.38],
      ]),
      0.05,
    ),
  };
}

function paintRoom(raster: Raster, draw: Draw, horizon: number): void {
  const { size } = raster;
  const wall = fromHue(draw.share(), draw.between(0.03, 0.45), draw.between(0.35, 0.88));
  const floor = draw.near(
    draw.pick<Colour>([
      [0.55, 0.38, 0.24],
      [0.7, 0.6, 0.48],
      [0.42, 0.42, 0.44],
      [0.5, 0.24, 0.24],
      [0.3, 0.34, 0.42],
    ]),
    0.06,
  );
  raster.wash(gradient([wall, shade(wall, 0.9)], 0, horizon));
  if (draw.chance(0.3)) {
    const every = draw.between(4, 9);
    const line = shade(wall, 0.9);
    for (let x = draw.between(0, every); x < size; x += every)
      add(raster, [{ polygon: rectangle(x, 0, [every / 2, horizon]), paint: line, opacity: 0.6 }]);
  }
  for (let frames = draw.whole(0, 2); frames > 0; frames -= 1) add(raster, frame(draw, horizon));
  raster.fill(
    rectangle(0, horizon, [size, size - horizon]),
    patchy(draw, gradient([shade(floor, 0.9), floor], horizon, size)),
  );
  add(raster, [{ polygon: rectangle(0, horizon - 1.5, [size, 1.8]), paint: shade(wall, 0.7) }]);
}

/** A window or a picture on the wall. */
function frame(draw: Draw, horizon: number): readonly Part[] {
  const [width, height] = [draw.between(8, 20), draw.between(8, Math.max(9, horizon * 0.5))];
  const [left, top] = [draw.between(-4, 56), draw.between(1, Math.max(2, horizon - height - 4))];
  const inside = draw.chance(0.5)
    ? draw.pick(SKIES)[1]
    : fromHue(draw.share(), draw.between(0.1, 0.7), draw.between(0.3, 0.8));
  return [
    {
      polygon: rectangle(left - 1, top - 1, [width + 2, height + 2]),
      paint: draw.pick<Colour>([
        [0.93, 0.93, 0.92],
        [0.35, 0.24, 0.15],
        [0.15, 0.15, 0.16],
      ]),
    },
    { polygon: rectangle(left, top, [width, height]), paint: inside },
  ];
}

/** Things that are none of the three, of the colours of all of them: bushes, stones, boxes, posts, balls. */
export function clutter(
  draw: Draw,
  [x, y]: Point,
  { size, light }: { readonly size: number; readonly light: Light },
): readonly Part[] {
  const round = (polygon: readonly Point[], colour: Colour): Part => ({
    polygon,
    paint: rounded(colour, extentOf([polygon]), light),
  });
  const any = fromHue(draw.share(), draw.between(0.1, 0.8), draw.between(0.2, 0.75));
  switch (draw.pick(['bush', 'stone', 'box', 'post', 'ball', 'fence'] as const)) {
    case 'bush': {
      const green = draw.near(
        draw.pick<Colour>([
          [0.25, 0.42, 0.2],
          [0.36, 0.48, 0.24],
          [0.6, 0.35, 0.2],
        ]),
        0.06,
      );
      return [-0.6, 0.6, 0].map((at) =>
        round(
          blob(draw, [x + at * size * 0.6, y - size * 0.3], { radius: [size * 0.45, size * 0.38], unevenness: 0.16 }),
          draw.near(green, 0.03),
        ),
      );
    }
    case 'stone':
      return [
        round(
          blob(draw, [x, y - size * 0.2], { radius: [size * 0.5, size * 0.3], unevenness: 0.2 }),
          draw.near([0.5, 0.49, 0.47], 0.12),
        ),
      ];
    case 'box':
      return [
        round(rectangle(x - size * 0.4, y - size * 0.7, [size * 0.8, size * 0.7]), any),
        { polygon: rectangle(x - size * 0.4, y - size * 0.45, [size * 0.8, size * 0.08]), paint: shade(any, 0.65) },
      ];
    case 'post':
      return [
        round(
          rectangle(x - size * 0.06, y - size * 1.6, [size * 0.12, size * 1.6]),
          draw.near([0.4, 0.36, 0.34], 0.15),
        ),
        round(ellipse([x, y - size * 1.6], [size * 0.18, size * 0.18]), any),
      ];
    case 'ball':
      return [round(ellipse([x, y - size * 0.3], [size * 0.3, size * 0.3]), any)];
    case 'fence': {
      const colour = draw.near(
        draw.pick<Colour>([
          [0.9, 0.9, 0.88],
          [0.5, 0.36, 0.24],
        ]),
        0.05,
      );
      const posts = Array.from({ length: 5 }, (_, at) => ({
        polygon: rectangle(x + (at - 2.5) * size * 0.4, y - size * 0.6, [size * 0.12, size * 0.6]),
        paint: colour,
      }));
      return [
        { polygon: rectangle(x - size, y - size * 0.45, [size * 1.8, size * 0.1]), paint: shade(colour, 0.9) },
        ...posts,
      ];
    }
  }
}
