import { mix, shade, type Draw } from '@/lib/datasets/scenes/draw';
import type { Colour, Extent, Paint } from '@/lib/datasets/scenes/raster';

/** Where light comes from and how it is. */
export interface Light {
  /** −1: from the left; 1: from the right. */
  readonly side: number;
  /** How much darker what is turned away is, in [0, 1). */
  readonly contrast: number;
  readonly tint: Colour;
  readonly brightness: number;
}

export function drawLight(draw: Draw): Light {
  const tint = draw.pick<Colour>([
    [1, 1, 1],
    [1, 1, 1],
    [1.06, 1, 0.9],
    [1.12, 0.96, 0.82],
    [0.92, 0.98, 1.08],
    [0.85, 0.92, 1.12],
  ]);
  return {
    side: draw.pick([-1, 1]) * draw.between(0.3, 1),
    contrast: draw.between(0.1, 0.5),
    tint,
    brightness: draw.chance(0.2) ? draw.between(0.45, 0.7) : draw.between(0.75, 1.12),
  };
}

/** A round thing's colour: brightest towards the light, darkest away from it and below. */
export function rounded(colour: Colour, { left, top, right, bottom }: Extent, light: Light): Paint {
  const [middle, width, height] = [(left + right) / 2, Math.max(1, right - left), Math.max(1, bottom - top)];
  return (x, y) => {
    const across = (((x - middle) / width) * 2 * light.side + 1) / 2;
    const up = 1 - (y - top) / height;
    return shade(colour, 1 - light.contrast * (1 - (0.6 * across + 0.4 * up)) + 0.1 * light.contrast);
  };
}

/** A wall's colour, by which way it looks: −1 to the left, 1 to the right. */
export function faced(colour: Colour, towards: number, light: Light): Colour {
  return shade(colour, 1 - light.contrast * Math.max(0, 0.5 - 0.5 * towards * light.side));
}

/** From one colour at `top` to another at `bottom`. */
export function gradient(
  [from, to]: readonly [Colour, Colour],
  top: number,
  bottom: number,
): (x: number, y: number) => Colour {
  return (_, y) => mix(from, to, Math.min(1, Math.max(0, (y - top) / (bottom - top))));
}
