import { cosine, sine } from '@/lib/datasets/scenes/angles';
import { mix, shade, type Draw } from '@/lib/datasets/scenes/draw';
import { rounded, type Light } from '@/lib/datasets/scenes/light';
import type { Part } from '@/lib/datasets/scenes/part';
import { extentOf, type Colour, type Point } from '@/lib/datasets/scenes/raster';
import { blob, limb } from '@/lib/datasets/scenes/shapes';

/** Of leaves, by season. */
const SEASONS: Readonly<Record<'summer' | 'autumn' | 'spring', readonly [Colour, ...Colour[]]>> = {
  summer: [
    [0.22, 0.45, 0.18],
    [0.33, 0.55, 0.22],
    [0.16, 0.36, 0.2],
    [0.45, 0.58, 0.25],
  ],
  autumn: [
    [0.8, 0.42, 0.12],
    [0.7, 0.22, 0.12],
    [0.86, 0.66, 0.18],
    [0.55, 0.35, 0.15],
  ],
  spring: [
    [0.93, 0.72, 0.8],
    [0.95, 0.92, 0.92],
    [0.6, 0.75, 0.35],
  ],
};
const BARK: readonly [Colour, ...Colour[]] = [
  [0.36, 0.25, 0.17],
  [0.45, 0.36, 0.28],
  [0.26, 0.2, 0.16],
  [0.72, 0.7, 0.66],
];

interface Wood {
  readonly draw: Draw;
  readonly light: Light;
  readonly bark: Colour;
}

/** A tree `height` tall that grows from `foot`. */
export function drawTree(
  draw: Draw,
  foot: Point,
  { height, light }: { readonly height: number; readonly light: Light },
): readonly Part[] {
  const wood: Wood = { draw, light, bark: draw.near(draw.pick(BARK), 0.04) };
  const kind = draw.pick(['round', 'round', 'conifer', 'conifer', 'tall', 'bare', 'palm', 'birch'] as const);
  const season = draw.pick(['summer', 'summer', 'summer', 'autumn', 'spring'] as const);
  const leaves = draw.near(draw.pick(SEASONS[season]), 0.06);
  switch (kind) {
    case 'round':
    case 'birch':
      return broadleaf(wood, foot, { height, leaves, slimness: kind === 'birch' ? 0.6 : 1 });
    case 'tall':
      return poplar(wood, foot, { height, leaves });
    case 'conifer':
      return conifer(wood, foot, height);
    case 'palm':
      return palm(wood, foot, height);
    case 'bare':
      return bare(wood, foot, height);
  }
}

function trunk({ light, bark }: Wood, [from, to]: readonly [Point, Point], widths: readonly [number, number]): Part {
  const polygon = limb(from, to, widths);
  return { polygon, paint: rounded(bark, extentOf([polygon]), light) };
}

function clump(
  { draw, light }: Wood,
  centre: Point,
  { radius, colour }: { readonly radius: Point; readonly colour: Colour },
): Part {
  const polygon = blob(draw, centre, { radius, unevenness: 0.14 });
  return { polygon, paint: speckled(rounded(colour, extentOf([polygon]), light), draw) };
}

/** Leaves catch the light one by one. */
function speckled(paint: ReturnType<typeof rounded>, draw: Draw): Part['paint'] {
  const turn = draw.between(0, 100);
  return (x, y) => {
    const colour = typeof paint === 'function' ? paint(x, y) : paint;
    const wave = sine(x * 2.1 + turn) * sine(y * 1.9 - turn) + 0.6 * sine(x * 4.3 - y * 3.7 + turn);
    return shade(colour, 1 + 0.11 * wave);
  };
}

function broadleaf(
  wood: Wood,
  [x, y]: Point,
  { height, leaves, slimness }: { readonly height: number; readonly leaves: Colour; readonly slimness: number },
): readonly Part[] {
  const { draw } = wood;
  const crown = height * draw.between(0.55, 0.72);
  const width = crown * draw.between(0.42, 0.62) * slimness;
  const middle: Point = [x + draw.between(-0.05, 0.05) * height, y - height + crown / 2];
  const stem = height * draw.between(0.07, 0.12) * (slimness < 1 ? 0.7 : 1);
  const parts: Part[] = [
    trunk(
      wood,
      [
        [x, y],
        [middle[0], middle[1]],
      ],
      [stem, stem * 0.6],
    ),
  ];
  for (const side of [-1, 1]) {
    parts.push(
      trunk(
        wood,
        [
          [(x + middle[0]) / 2, y - height * 0.32],
          [middle[0] + side * width * 0.5, middle[1] + crown * 0.1],
        ],
        [stem * 0.5, stem * 0.25],
      ),
    );
  }
  const count = draw.whole(5, 9);
  for (let at = 0; at < count; at += 1) {
    const angle = (2 * Math.PI * at) / count + draw.between(-0.3, 0.3);
    const place: Point = [middle[0] + cosine(angle) * width * 0.55, middle[1] + sine(angle) * crown * 0.28];
    const radius: Point = [width * draw.between(0.4, 0.55), crown * draw.between(0.2, 0.28)];
    parts.push(
      clump(wood, place, { radius, colour: draw.near(shade(leaves, 0.82 + 0.13 * (1 - sine(angle))), 0.025) }),
    );
  }
  parts.push(
    clump(wood, [middle[0], middle[1] - crown * 0.12], { radius: [width * 0.6, crown * 0.33], colour: leaves }),
  );
  return parts;
}

function poplar(
  wood: Wood,
  [x, y]: Point,
  { height, leaves }: { readonly height: number; readonly leaves: Colour },
): readonly Part[] {
  const { draw } = wood;
  const width = height * draw.between(0.13, 0.2);
  const stem = height * 0.06;
  return [
    trunk(
      wood,
      [
        [x, y],
        [x, y - height * 0.5],
      ],
      [stem, stem * 0.7],
    ),
    clump(wood, [x, y - height * 0.56], { radius: [width, height * 0.43], colour: shade(leaves, 0.9) }),
    clump(wood, [x - width * 0.1, y - height * 0.62], { radius: [width * 0.7, height * 0.3], colour: leaves }),
  ];
}

function conifer(wood: Wood, [x, y]: Point, height: number): readonly Part[] {
  const { draw, light } = wood;
  const green = draw.near(
    draw.pick<Colour>([
      [0.13, 0.32, 0.2],
      [0.18, 0.38, 0.24],
      [0.2, 0.36, 0.36],
      [0.3, 0.4, 0.2],
    ]),
    0.03,
  );
  const isSnowy = draw.chance(0.25);
  const width = height * draw.between(0.24, 0.36);
  const tiers = draw.whole(3, 5);
  const stem = height * 0.08;
  const parts: Part[] = [
    trunk(
      wood,
      [
        [x, y],
        [x, y - height * 0.3],
      ],
      [stem, stem],
    ),
  ];
  for (let tier = 0; tier < tiers; tier += 1) {
    const bottom = y - height * (0.12 + (0.8 * tier) / (tiers + 0.6));
    const top = Math.max(y - height, bottom - height * (1.35 / tiers));
    const half = width * (1 - tier / (tiers + 0.7));
    const polygon: readonly Point[] = [
      [x, top],
      [x + half, bottom],
      [x + half * 0.5, bottom - height * 0.025],
      [x, bottom + height * 0.015],
      [x - half * 0.5, bottom - height * 0.025],
      [x - half, bottom],
    ];
    parts.push({ polygon, paint: speckled(rounded(green, extentOf([polygon]), light), draw) });
    if (isSnowy) {
      parts.push({
        polygon: [
          [x, top],
          [x + half * 0.6, bottom - (bottom - top) * 0.4],
          [x, bottom - (bottom - top) * 0.55],
          [x - half * 0.6, bottom - (bottom - top) * 0.4],
        ],
        paint: mix(green, [0.97, 0.98, 1], 0.88),
      });
    }
  }
  return parts;
}

function palm(wood: Wood, [x, y]: Point, height: number): readonly Part[] {
  const { draw, light } = wood;
  const lean = draw.between(-0.18, 0.18) * height;
  const stem = height * 0.07;
  const [bend, top]: readonly [Point, Point] = [
    [x + lean * 0.35, y - height * 0.45],
    [x + lean, y - height * 0.8],
  ];
  const parts: Part[] = [trunk(wood, [[x, y], bend], [stem * 1.2, stem]), trunk(wood, [bend, top], [stem, stem * 0.7])];
  const green = draw.near(
    draw.pick<Colour>([
      [0.25, 0.5, 0.2],
      [0.36, 0.52, 0.2],
      [0.2, 0.42, 0.26],
    ]),
    0.04,
  );
  const count = draw.whole(6, 9);
  for (let at = 0; at < count; at += 1) {
    const angle = Math.PI * (1.08 + (0.84 + 0.3) * (at / (count - 1)) - 0.15) + draw.between(-0.1, 0.1);
    const length = height * draw.between(0.26, 0.38);
    const middle: Point = [top[0] + cosine(angle) * length * 0.55, top[1] + sine(angle) * length * 0.55];
    const tip: Point = [top[0] + cosine(angle) * length, top[1] + sine(angle) * length * 0.5 + length * 0.32];
    for (const [from, to, widths] of [
      [top, middle, [1.2, 2.4]],
      [middle, tip, [2.4, 0.6]],
    ] as const) {
      const polygon = limb(from, to, [(widths[0] * height) / 42, (widths[1] * height) / 42]);
      parts.push({ polygon, paint: rounded(green, extentOf([polygon]), light) });
    }
  }
  return parts;
}

function bare(wood: Wood, foot: Point, height: number): readonly Part[] {
  const parts: Part[] = [];
  const { draw } = wood;
  const grow = (
    from: Point,
    angle: number,
    { length, width, depth }: { readonly length: number; readonly width: number; readonly depth: number },
  ): void => {
    const to: Point = [from[0] + sine(angle) * length, from[1] - cosine(angle) * length];
    parts.push(trunk(wood, [from, to], [width, width * 0.65]));
    if (depth === 0) return;
    const forks = depth > 2 ? 2 : draw.whole(2, 3);
    for (let fork = 0; fork < forks; fork += 1) {
      const turn = (fork - (forks - 1) / 2) * draw.between(0.5, 0.9) + draw.between(-0.15, 0.15);
      grow(to, angle + turn, {
        length: length * draw.between(0.62, 0.78),
        width: Math.max(0.7, width * 0.62),
        depth: depth - 1,
      });
    }
  };
  grow(foot, draw.between(-0.08, 0.08), { length: height * 0.34, width: height * 0.1, depth: 4 });
  return parts;
}
