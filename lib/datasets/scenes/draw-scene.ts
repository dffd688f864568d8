import { mixSeeds } from '@/lib/core/random';
import { clutter, paintPlace, type Place } from '@/lib/datasets/scenes/background';
import { createDraw, type Draw } from '@/lib/datasets/scenes/draw';
import { drawHouse } from '@/lib/datasets/scenes/house';
import { drawLight, type Light } from '@/lib/datasets/scenes/light';
import type { Part } from '@/lib/datasets/scenes/part';
import { drawPerson } from '@/lib/datasets/scenes/person';
import { extentOf, Raster, type Extent, type Point } from '@/lib/datasets/scenes/raster';
import { SCENE_CLASSES, SCENE_SIZE } from '@/lib/datasets/scenes/scenes';
import { ellipse } from '@/lib/datasets/scenes/shapes';
import { drawTree } from '@/lib/datasets/scenes/tree';

export interface Scene {
  /** 64 × 64 × 3 bytes, row by row. */
  readonly pixels: Uint8Array<ArrayBuffer>;
  /** Index into SCENE_CLASSES. */
  readonly label: number;
  /** Left, top, right, bottom of what is seen of the thing, as shares of the picture. */
  readonly box: readonly [number, number, number, number];
}

/** The picture of this number, the same wherever it is drawn. Every third is of the same class. */
export function drawScene(seed: number, index: number): Scene {
  const draw = createDraw(mixSeeds(seed, index));
  const label = index % SCENE_CLASSES.length;
  const raster = new Raster(SCENE_SIZE);
  const light = drawLight(draw);
  const place = paintPlace(raster, draw, light);
  const { parts, foot, height } = drawThing(draw, label, { place, light });
  for (let count = draw.whole(0, 3); count > 0; count -= 1) add(raster, farClutter(draw, { place, light }));
  add(raster, [shadow(foot, { height, light, parts })]);
  add(raster, parts);
  if (draw.chance(0.3)) add(raster, nearClutter(draw, light));
  return { pixels: develop(raster, draw, light), label, box: boxOf(parts) };
}

function add(raster: Raster, parts: readonly Part[]): void {
  for (const { polygon, paint, opacity } of parts) raster.fill(polygon, paint, opacity);
}

const DRAWN_BY = [drawHouse, drawPerson, drawTree] as const;
/** Houses are wide: as tall as the others they would not fit. */
const HEIGHTS = [
  [16, 42],
  [24, 58],
  [24, 58],
] as const;

function drawThing(
  draw: Draw,
  label: number,
  { place, light }: { readonly place: Place; readonly light: Light },
): { readonly parts: readonly Part[]; readonly foot: Point; readonly height: number } {
  const [low, high] = HEIGHTS[label] ?? HEIGHTS[0];
  const height = draw.between(low, high);
  const lowest = Math.min(SCENE_SIZE + 2, Math.max(place.horizon + 3, height + 2));
  const foot: Point = [draw.between(0.2, 0.8) * SCENE_SIZE, draw.between(lowest, Math.max(lowest, SCENE_SIZE - 1))];
  const drawn = DRAWN_BY[label] ?? drawHouse;
  return { parts: drawn(draw, foot, { height, light }), foot, height };
}

/** On the ground, away from the light. */
function shadow(
  [x, y]: Point,
  { height, light, parts }: { readonly height: number; readonly light: Light; readonly parts: readonly Part[] },
): Part {
  const { left, right } = extentOf(parts.filter(({ isThin }) => isThin !== true).map(({ polygon }) => polygon));
  const width = (right - left) / 2;
  const polygon = ellipse(
    [x - light.side * height * 0.18, y + 0.3],
    [width * 0.7 + height * 0.12, height * 0.045 + 0.8],
  );
  return { polygon, paint: [0.05, 0.06, 0.1], opacity: 0.25 + 0.35 * light.contrast };
}

function farClutter(draw: Draw, { place, light }: { readonly place: Place; readonly light: Light }): readonly Part[] {
  const y = draw.between(place.horizon + 1, Math.max(place.horizon + 2, SCENE_SIZE - 6));
  return clutter(draw, [draw.between(0, SCENE_SIZE), y], { size: draw.between(4, 13), light });
}

/** In front of the thing, at the lower edge: hides a part of it. */
function nearClutter(draw: Draw, light: Light): readonly Part[] {
  const at: Point = [draw.between(0, SCENE_SIZE), SCENE_SIZE + draw.between(0, 5)];
  return clutter(draw, at, { size: draw.between(9, 16), light });
}

function boxOf(parts: readonly Part[]): Scene['box'] {
  const extent: Extent = extentOf(parts.filter(({ isThin }) => isThin !== true).map(({ polygon }) => polygon));
  const share = (value: number): number => Math.min(1, Math.max(0, value / SCENE_SIZE));
  return [share(extent.left), share(extent.top), share(extent.right), share(extent.bottom)];
}

/** Light on all of it, a lens that may be unsharp, darker corners, and grain. */
function develop({ values, size }: Raster, draw: Draw, light: Light): Uint8Array<ArrayBuffer> {
  const grain = draw.between(0.005, 0.04);
  const blur = draw.chance(0.25) ? draw.between(0.2, 0.7) : 0;
  const corners = draw.between(0, 0.25);
  const [contrast, haze] = [draw.between(0.8, 1.15), draw.chance(0.15) ? draw.between(0.1, 0.35) : 0];
  const pixels = new Uint8Array(values.length);
  const tint = light.tint.map((channel) => channel * light.brightness);
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    const [x, y] = [(pixel % size) / size - 0.5, Math.floor(pixel / size) / size - 0.5];
    const corner = 1 - corners * 2 * (x * x + y * y);
    for (let channel = 0; channel < 3; channel += 1) {
      const at = 3 * pixel + channel;
      const value = blur === 0 ? (values[at] ?? 0) : blurred(values, { at, size, blur });
      const toned = (value * (tint[channel] ?? 1) * corner - 0.5) * contrast + 0.5;
      pixels[at] = Math.round(255 * Math.min(1, Math.max(0, toned * (1 - haze) + 0.75 * haze + grain * draw.normal())));
    }
  }
  return pixels;
}

/** Each pixel with its four neighbours. */
function blurred(
  values: Float32Array,
  { at, size, blur }: { readonly at: number; readonly size: number; readonly blur: number },
): number {
  const value = values[at] ?? 0;
  const around = [at - 3, at + 3, at - 3 * size, at + 3 * size].map((near) => values[near] ?? value);
  return value * (1 - blur) + (blur * around.reduce((sum, near) => sum + near, 0)) / 4;
}
