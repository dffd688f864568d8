import { fromHue, mix, shade, type Draw } from '@/lib/datasets/scenes/draw';
import { faced, type Light } from '@/lib/datasets/scenes/light';
import type { Part } from '@/lib/datasets/scenes/part';
import type { Colour, Point } from '@/lib/datasets/scenes/raster';
import { ellipse, rectangle } from '@/lib/datasets/scenes/shapes';

const WALLS: readonly [Colour, ...Colour[]] = [
  [0.93, 0.9, 0.84],
  [0.85, 0.75, 0.6],
  [0.72, 0.36, 0.28],
  [0.6, 0.46, 0.34],
  [0.8, 0.82, 0.84],
  [0.95, 0.86, 0.55],
  [0.6, 0.72, 0.8],
  [0.78, 0.6, 0.62],
  [0.55, 0.65, 0.5],
];
const ROOFS: readonly [Colour, ...Colour[]] = [
  [0.62, 0.25, 0.18],
  [0.42, 0.26, 0.18],
  [0.32, 0.34, 0.38],
  [0.25, 0.36, 0.3],
  [0.22, 0.3, 0.46],
  [0.55, 0.42, 0.28],
  [0.7, 0.45, 0.3],
];

/** Where the house stands and what it is built of; the wall that is seen from the side is on the side `turn`. */
interface Plan {
  readonly left: number;
  readonly right: number;
  readonly eaves: number;
  readonly foot: number;
  readonly ridge: number;
  /** How far the side wall reaches; 0: seen from the front. */
  readonly depth: number;
  readonly turn: -1 | 1;
  readonly wall: Colour;
  readonly roof: Colour;
}

/** A house `height` tall that stands on `foot`. */
export function drawHouse(
  draw: Draw,
  [x, foot]: Point,
  { height, light }: { readonly height: number; readonly light: Light },
): readonly Part[] {
  const width = height * draw.between(0.65, 1.15);
  const roofShare = draw.between(0.25, 0.48);
  const plan: Plan = {
    left: x - width / 2,
    right: x + width / 2,
    eaves: foot - height * (1 - roofShare),
    foot,
    ridge: foot - height,
    depth: draw.chance(0.6) ? width * draw.between(0.25, 0.6) : 0,
    turn: draw.pick([-1, 1]),
    wall: draw.chance(0.2)
      ? fromHue(draw.share(), draw.between(0.2, 0.6), draw.between(0.4, 0.75))
      : draw.near(draw.pick(WALLS), 0.07),
    roof: draw.near(draw.pick(ROOFS), 0.06),
  };
  return [...chimney(draw, plan, light), ...sideWall(draw, plan, light), ...front(draw, plan, light)];
}

function front(draw: Draw, plan: Plan, light: Light): readonly Part[] {
  const { left, right, eaves, foot, wall } = plan;
  const colour = faced(wall, -plan.turn * 0.5, light);
  const parts: Part[] = [{ polygon: rectangle(left, eaves, [right - left, foot - eaves]), paint: colour }];
  if (draw.chance(0.3)) parts.push(...boards(plan, shade(colour, 0.88)));
  return [...parts, ...roof(draw, plan, light), ...openings(draw, plan)];
}

/** Lines of boards or bricks. */
function boards({ left, right, eaves, foot }: Plan, colour: Colour): readonly Part[] {
  return Array.from({ length: Math.floor((foot - eaves) / 3) }, (_, line) => ({
    polygon: rectangle(left, eaves + 3 * line + 2, [right - left, 0.6]),
    paint: colour,
  }));
}

function roof(draw: Draw, plan: Plan, light: Light): readonly Part[] {
  const { left, right, eaves, ridge } = plan;
  const over = (right - left) * draw.between(0.03, 0.1);
  const colour = faced(plan.roof, -plan.turn * 0.5, light);
  const middle = (left + right) / 2;
  const kind = plan.depth > 0 ? 'gable' : draw.pick(['gable', 'hip', 'flat', 'barn'] as const);
  const end: Point = [right + over, eaves];
  const start: Point = [left - over, eaves];
  if (kind === 'flat')
    return [
      {
        polygon: rectangle(left - over, eaves - (eaves - ridge) * 0.3, [
          right - left + 2 * over,
          (eaves - ridge) * 0.3,
        ]),
        paint: colour,
      },
    ];
  if (kind === 'hip') {
    const inset = (right - left) * draw.between(0.15, 0.3);
    return [{ polygon: [start, [left + inset, ridge], [right - inset, ridge], end], paint: colour }];
  }
  if (kind === 'barn') {
    const bend = ridge + (eaves - ridge) * 0.45;
    const inset = (right - left) * 0.14;
    return [{ polygon: [start, [left + inset, bend], [middle, ridge], [right - inset, bend], end], paint: colour }];
  }
  const gable: Part = {
    polygon: [start, [middle, ridge], end],
    paint: plan.depth > 0 ? shade(plan.wall, 0.92) : colour,
  };
  const edges: readonly Part[] = [
    { polygon: [start, [middle, ridge], [middle, ridge + over * 1.4], [left, eaves]], paint: shade(colour, 0.8) },
    { polygon: [end, [middle, ridge], [middle, ridge + over * 1.4], [right, eaves]], paint: shade(colour, 0.8) },
  ];
  return plan.depth > 0 ? [gable, ...edges] : [gable];
}

/** The wall and the roof's slope that are seen from the side. */
function sideWall(draw: Draw, plan: Plan, light: Light): readonly Part[] {
  const { left, right, eaves, foot, ridge, depth, turn } = plan;
  if (depth === 0) return [];
  const near = turn > 0 ? right : left;
  const far = near + turn * depth;
  const rise = depth * 0.12;
  const middle = (left + right) / 2;
  const wall = faced(plan.wall, turn, light);
  const parts: Part[] = [
    {
      polygon: [
        [near, eaves],
        [far, eaves - rise * 0.3],
        [far, foot - rise],
        [near, foot],
      ],
      paint: wall,
    },
    {
      polygon: [
        [middle, ridge],
        [middle + turn * depth, ridge - rise * 0.2],
        [far + turn, eaves - rise * 0.3 + 0.5],
        [near, eaves + 0.5],
      ],
      paint: faced(plan.roof, turn, light),
    },
  ];
  if (draw.chance(0.7) && depth > 5) {
    const size: readonly [number, number] = [depth * 0.3, (foot - eaves) * 0.3];
    const at = turn > 0 ? near + depth * 0.35 : near - depth * 0.35 - size[0];
    parts.push({ polygon: rectangle(at, eaves + (foot - eaves) * 0.25, size), paint: glass(draw) });
  }
  return parts;
}

function glass(draw: Draw): Colour {
  return draw.pick<Colour>([
    [0.2, 0.26, 0.34],
    [0.35, 0.48, 0.6],
    [0.95, 0.85, 0.5],
    [0.12, 0.14, 0.18],
  ]);
}

/** A door and windows beside and above it. */
function openings(draw: Draw, { left, right, eaves, foot, wall }: Plan): readonly Part[] {
  const [width, height] = [right - left, foot - eaves];
  const parts: Part[] = [];
  const frame = mix(wall, [1, 1, 1], 0.7);
  const pane = glass(draw);
  const columns = draw.whole(2, 3);
  const rows = height > 18 ? draw.whole(1, 2) : 1;
  const doorColumn = draw.chance(0.85) ? draw.whole(0, columns - 1) : -1;
  const door = fromHue(draw.share(), draw.between(0.2, 0.7), draw.between(0.18, 0.45));
  const cell = width / columns;
  const tall = height / rows;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const centre = left + (column + 0.5) * cell;
      if (row === rows - 1 && column === doorColumn) {
        const size: readonly [number, number] = [Math.min(cell * 0.5, tall * 0.5), Math.min(tall * 0.75, height * 0.7)];
        parts.push({ polygon: rectangle(centre - size[0] / 2, foot - size[1], size), paint: door });
        continue;
      }
      const size: readonly [number, number] = [cell * 0.48, tall * 0.42];
      const top = eaves + row * tall + tall * 0.26;
      parts.push({
        polygon: rectangle(centre - size[0] / 2 - 0.5, top - 0.5, [size[0] + 1, size[1] + 1]),
        paint: frame,
      });
      parts.push({ polygon: rectangle(centre - size[0] / 2, top, size), paint: pane });
      if (size[0] > 4) parts.push({ polygon: rectangle(centre - 0.35, top, [0.7, size[1]]), paint: frame });
    }
  }
  return parts;
}

function chimney(draw: Draw, { left, right, eaves, ridge, roof: roofColour }: Plan, light: Light): readonly Part[] {
  if (draw.chance(0.4)) return [];
  const width = (right - left) * draw.between(0.09, 0.15);
  const x = draw.between(left + 0.2 * (right - left), right - 0.3 * (right - left));
  const top = ridge - (eaves - ridge) * draw.between(-0.1, 0.15);
  const colour = draw.pick<Colour>([[0.6, 0.32, 0.25], [0.5, 0.5, 0.5], shade(roofColour, 0.8)]);
  const parts: Part[] = [{ polygon: rectangle(x, top, [width, eaves - top]), paint: faced(colour, -1, light) }];
  if (!draw.chance(0.3)) return parts;
  for (let puff = 0; puff < 3; puff += 1) {
    const radius = width * (0.6 + 0.35 * puff);
    parts.push({
      polygon: ellipse([x + width / 2 + puff * 1.6, top - 2 - puff * 3], [radius, radius * 0.8]),
      paint: [0.85, 0.85, 0.87],
      opacity: 0.45,
      isThin: true,
    });
  }
  return parts;
}
