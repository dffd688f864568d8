import type { Position } from '@/lib/document/document';
import type { FigureBlock } from '@/lib/pictures/figure/fold-layers';
import { sizesOfMap, type FigureScales } from '@/lib/pictures/figure/scales';

/**
 * A cuboid in cabinet projection: channels from left to right, height downwards, width into the picture, to the upper
 * right at 45° and half its length. Its right face is the map as the next layer sees it.
 */
export interface Box {
  readonly depth: number;
  readonly height: number;
  /** How far its back lies right of and above its front. */
  readonly slant: number;
}

/** Half the length, along 45°. */
const FORESHORTENED = Math.SQRT1_2 / 2;

/** A vector is a bar as thick as this. */
const BAR = 9;
const BAR_SLANT = 4;
/** A junction is a circle, 22 across. */
export const JUNCTION = 22;

export function boxOf({ kind, shape }: Pick<FigureBlock, 'kind' | 'shape'>, scales: FigureScales): Box {
  if (kind === 'junction') return { depth: JUNCTION, height: JUNCTION, slant: 0 };
  if (kind === 'vector') return { depth: BAR, height: scales.values(shape[0] ?? 1), slant: BAR_SLANT };
  const { height, width, channels } = sizesOfMap(shape);
  return {
    depth: scales.channels(channels),
    height: scales.pixels(height),
    slant: scales.pixels(width) * FORESHORTENED,
  };
}

/** A box with the left upper corner of its front. */
export interface PlacedBox extends Box, Position {}

/** All of it, the slanting sides too. */
export function boundsOf({ x, y, depth, height, slant }: PlacedBox) {
  return { left: x, right: x + depth + slant, top: y - slant, bottom: y + height };
}

/** Of the right face, where a place of the map lies: shares of its height and width, in [0, 1]. */
export function onRightFace(box: PlacedBox, down: number, along: number): Position {
  return { x: box.x + box.depth + box.slant * along, y: box.y + box.height * down - box.slant * along };
}

/** Of the left face, which the box itself hides. */
export function onLeftFace(box: PlacedBox, down: number, along: number): Position {
  return { x: box.x + box.slant * along, y: box.y + box.height * down - box.slant * along };
}

/** Front, top and right face as outlines. */
export function facesOf({
  x,
  y,
  depth,
  height,
  slant,
}: PlacedBox): Readonly<Record<'front' | 'top' | 'side', readonly Position[]>> {
  const [right, back] = [x + depth, y - slant];
  return {
    front: [
      { x, y },
      { x: right, y },
      { x: right, y: y + height },
      { x, y: y + height },
    ],
    top: [
      { x, y },
      { x: x + slant, y: back },
      { x: right + slant, y: back },
      { x: right, y },
    ],
    side: [
      { x: right, y },
      { x: right + slant, y: back },
      { x: right + slant, y: back + height },
      { x: right, y: y + height },
    ],
  };
}
