import { cosine, sine } from '@/lib/datasets/scenes/angles';
import { fromHue, shade, type Draw } from '@/lib/datasets/scenes/draw';
import { rounded, type Light } from '@/lib/datasets/scenes/light';
import type { Part } from '@/lib/datasets/scenes/part';
import { extentOf, type Colour, type Paint, type Point } from '@/lib/datasets/scenes/raster';
import { ellipse, limb } from '@/lib/datasets/scenes/shapes';

const SKIN: readonly [Colour, ...Colour[]] = [
  [0.96, 0.82, 0.72],
  [0.9, 0.72, 0.58],
  [0.78, 0.57, 0.42],
  [0.6, 0.41, 0.29],
  [0.42, 0.28, 0.2],
  [0.3, 0.2, 0.15],
];
const HAIR: readonly [Colour, ...Colour[]] = [
  [0.1, 0.08, 0.07],
  [0.25, 0.16, 0.1],
  [0.5, 0.34, 0.18],
  [0.83, 0.7, 0.42],
  [0.6, 0.26, 0.14],
  [0.7, 0.7, 0.7],
];

/** Angles from straight down, in radians, outwards positive: [upper, lower] of each limb. */
interface Pose {
  readonly arms: readonly [readonly [number, number], readonly [number, number]];
  readonly legs: readonly [readonly [number, number], readonly [number, number]];
  readonly lean: number;
}

function drawPose(draw: Draw): Pose {
  const a = (low: number, high: number): number => draw.between(low, high);
  const down = (): readonly [number, number] => [a(0.05, 0.45), a(-0.15, 0.4)];
  const raised = (): readonly [number, number] => [a(1.8, 2.8), a(1.9, 3.1)];
  const out = (): readonly [number, number] => [a(0.9, 1.5), a(0.6, 2.2)];
  const hip = (): readonly [number, number] => [a(0.6, 0.9), a(-0.9, -0.5)];
  const still: Pose['legs'] = [
    [a(0.02, 0.2), a(0, 0.15)],
    [a(0.02, 0.2), a(0, 0.15)],
  ];
  const stride: Pose['legs'] = [
    [a(0.3, 0.75), a(0.05, 0.5)],
    [a(0.1, 0.5), a(0.3, 0.95)],
  ];
  return {
    arms: draw.pick([
      [down(), down()],
      [down(), raised()],
      [raised(), raised()],
      [out(), out()],
      [down(), hip()],
      [hip(), hip()],
      [out(), down()],
    ]),
    legs: draw.chance(0.5) ? still : stride,
    lean: a(-0.12, 0.12),
  };
}

/** A person `height` tall whose feet are at `foot`. */
export function drawPerson(
  draw: Draw,
  [x, foot]: Point,
  { height, light }: { readonly height: number; readonly light: Light },
): readonly Part[] {
  const pose = drawPose(draw);
  const skin = draw.near(draw.pick(SKIN), 0.03);
  const clothes = fromHue(draw.share(), draw.between(0.1, 0.9), draw.between(0.2, 0.8));
  const trousers = draw.chance(0.5)
    ? draw.near([0.2, 0.24, 0.36], 0.1)
    : fromHue(draw.share(), draw.between(0.1, 0.6), draw.between(0.15, 0.6));
  const build = draw.between(0.85, 1.25);
  const unit = height / 8;
  const hip: Point = [x, foot - 3.9 * unit];
  const neck: Point = [x + sine(pose.lean) * 2.6 * unit, foot - 6.5 * unit];
  const round = (polygon: readonly Point[], colour: Colour): Part => ({
    polygon,
    paint: rounded(colour, extentOf([polygon]), light),
  });
  const context: Body = { unit, build, round };
  const [backArm, frontArm] = pose.arms;
  const sleeve = draw.chance(0.5) ? clothes : skin;
  return [
    ...arm(context, [neck[0] - 0.8 * unit * build, neck[1] + 0.35 * unit], {
      angles: backArm,
      side: -1,
      colours: [clothes, sleeve, skin],
    }),
    ...legs(draw, context, {
      hip,
      pose,
      colours: [
        trousers,
        draw.pick<Colour>([
          [0.12, 0.1, 0.1],
          [0.9, 0.9, 0.9],
          [0.5, 0.3, 0.15],
        ]),
      ],
    }),
    ...torso(draw, context, { hip, neck, clothes, skirt: draw.chance(0.25) }),
    ...arm(context, [neck[0] + 0.8 * unit * build, neck[1] + 0.35 * unit], {
      angles: frontArm,
      side: 1,
      colours: [clothes, sleeve, skin],
    }),
    ...head(draw, context, { neck, skin }),
  ];
}

interface Body {
  readonly unit: number;
  readonly build: number;
  readonly round: (polygon: readonly Point[], colour: Colour) => Part;
}

function reach([x, y]: Point, angle: number, length: number): Point {
  return [x + sine(angle) * length, y + cosine(angle) * length];
}

function arm(
  { unit, build, round }: Body,
  shoulder: Point,
  {
    angles: [upper, lower],
    side,
    colours: [clothes, sleeve, skin],
  }: {
    readonly angles: readonly [number, number];
    readonly side: -1 | 1;
    readonly colours: readonly [Colour, Colour, Colour];
  },
): readonly Part[] {
  const elbow = reach(shoulder, side * upper, 1.45 * unit);
  const wrist = reach(elbow, side * lower, 1.3 * unit);
  return [
    round(limb(elbow, wrist, [0.55 * unit * build, 0.42 * unit]), sleeve),
    round(limb(shoulder, elbow, [0.72 * unit * build, 0.58 * unit * build]), clothes),
    round(ellipse(wrist, [0.33 * unit, 0.33 * unit]), skin),
  ];
}

function legs(
  draw: Draw,
  { unit, build, round }: Body,
  {
    hip,
    pose,
    colours: [trousers, shoes],
  }: { readonly hip: Point; readonly pose: Pose; readonly colours: readonly [Colour, Colour] },
): readonly Part[] {
  const facing = draw.pick([-1, 1] as const);
  return ([-1, 1] as const).flatMap((side, at) => {
    const [upper, lower] = pose.legs[at] ?? [0, 0];
    const start: Point = [hip[0] + side * 0.42 * unit * build, hip[1]];
    const knee = reach(start, side * upper, 1.95 * unit);
    const ankle = reach(knee, side * lower * (at === 0 ? 1 : 0.6), 1.8 * unit);
    return [
      round(limb(knee, ankle, [0.75 * unit * build, 0.55 * unit]), trousers),
      round(limb(start, knee, [1.0 * unit * build, 0.78 * unit * build]), trousers),
      round(limb(ankle, [ankle[0] + facing * 0.5 * unit, ankle[1] + 0.1 * unit], [0.5 * unit, 0.42 * unit]), shoes),
    ];
  });
}

function torso(
  draw: Draw,
  { unit, build, round }: Body,
  {
    hip,
    neck,
    clothes,
    skirt,
  }: { readonly hip: Point; readonly neck: Point; readonly clothes: Colour; readonly skirt: boolean },
): readonly Part[] {
  const [shoulders, waist] = [1.0 * unit * build, 0.78 * unit * build];
  const polygon: readonly Point[] = [
    [neck[0] - 0.3 * unit, neck[1] - 0.05 * unit],
    [neck[0] + 0.3 * unit, neck[1] - 0.05 * unit],
    [neck[0] + shoulders, neck[1] + 0.3 * unit],
    [hip[0] + waist, hip[1] + 0.3 * unit],
    [hip[0] - waist, hip[1] + 0.3 * unit],
    [neck[0] - shoulders, neck[1] + 0.3 * unit],
  ];
  const plain = round(polygon, clothes);
  const parts: Part[] = [draw.chance(0.25) ? { ...plain, paint: striped(plain.paint, draw.between(2, 4)) } : plain];
  if (skirt) {
    const wide = draw.between(1.2, 1.7) * unit * build;
    const hem = hip[1] + draw.between(1.2, 2.6) * unit;
    const sides: readonly Point[] = [
      [hip[0] - waist, hip[1]],
      [hip[0] + waist, hip[1]],
      [hip[0] + wide, hem],
      [hip[0] - wide, hem],
    ];
    parts.push(round(sides, draw.chance(0.5) ? clothes : fromHue(draw.share(), 0.5, 0.45)));
  }
  return parts;
}

function striped(paint: Paint, every: number): Paint {
  return (x, y) => {
    const colour = typeof paint === 'function' ? paint(x, y) : paint;
    return Math.floor(y / every) % 2 === 0 ? colour : shade(colour, 0.6);
  };
}

function head(
  draw: Draw,
  { unit, round }: Body,
  { neck, skin }: { readonly neck: Point; readonly skin: Colour },
): readonly Part[] {
  const centre: Point = [neck[0], neck[1] - 0.75 * unit];
  const hair = draw.near(draw.pick(HAIR), 0.03);
  const parts: Part[] = [
    round(limb(neck, [centre[0], centre[1] + 0.4 * unit], [0.5 * unit, 0.5 * unit]), shade(skin, 0.85)),
  ];
  const isLong = draw.chance(0.3);
  if (isLong) parts.push(round(ellipse([centre[0], centre[1] + 0.25 * unit], [0.68 * unit, 0.95 * unit]), hair));
  parts.push(round(ellipse(centre, [0.56 * unit, 0.7 * unit]), skin));
  const cap = ellipse([centre[0], centre[1] - 0.3 * unit], [0.6 * unit, 0.48 * unit]);
  const hat = fromHue(draw.share(), draw.between(0.3, 0.8), draw.between(0.25, 0.6));
  const isHat = draw.chance(0.15);
  if (isHat || draw.chance(0.93)) parts.push(round(cap, isHat ? hat : hair));
  if (isHat)
    parts.push(round(ellipse([centre[0], centre[1] - 0.12 * unit], [0.95 * unit, 0.16 * unit]), shade(hat, 0.8)));
  if (unit > 4) {
    for (const side of [-1, 1])
      parts.push({
        polygon: ellipse([centre[0] + side * 0.2 * unit, centre[1] + 0.1 * unit], [0.08 * unit, 0.09 * unit]),
        paint: [0.1, 0.1, 0.1],
      });
  }
  return parts;
}
