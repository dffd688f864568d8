import { createRandom } from '@/lib/core/random';
import type { Colour } from '@/lib/datasets/scenes/raster';

/** What is drawn at random for one picture: the same for the same numbers. */
export interface Draw {
  /** In [0, 1). */
  share(): number;
  between(low: number, high: number): number;
  /** Whole, both included. */
  whole(low: number, high: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** The colour, somewhat changed. */
  near(colour: Colour, by: number): Colour;
  /** Nearly of the normal distribution with mean 0 and deviation 1. */
  normal(): number;
}

export function createDraw(...seeds: readonly number[]): Draw {
  const random = createRandom(...seeds);
  const share = (): number => random.next() / 2 ** 32;
  const between = (low: number, high: number): number => low + (high - low) * share();
  return {
    share,
    between,
    whole: (low, high) => low + random.below(high - low + 1),
    pick: ([first, ...others]) => [first, ...others][random.below(others.length + 1)] ?? first,
    chance: (probability) => share() < probability,
    near: ([red, green, blue], by) => [red + between(-by, by), green + between(-by, by), blue + between(-by, by)],
    // The sum of four numbers of 16 bits, each of variance 1/12: as good as exact for grain, and ten times as fast.
    normal: () => {
      const [a, b] = [random.next(), random.next()];
      return (((a & 0xffff) + (a >>> 16) + (b & 0xffff) + (b >>> 16)) / 2 ** 16 - 2) * Math.sqrt(3);
    },
  };
}

/** Hue in turns, saturation and lightness in [0, 1] (CSS Color 4, §7). */
export function fromHue(hue: number, saturation: number, lightness: number): Colour {
  const channel = (at: number): number => {
    const place = (at + hue * 12) % 12;
    const swing = saturation * Math.min(lightness, 1 - lightness);
    return lightness - swing * Math.max(-1, Math.min(place - 3, 9 - place, 1));
  };
  return [channel(0), channel(8), channel(4)];
}

export function mix([a, b, c]: Colour, [d, e, f]: Colour, share: number): Colour {
  return [a + (d - a) * share, b + (e - b) * share, c + (f - c) * share];
}

export function shade([red, green, blue]: Colour, by: number): Colour {
  return [red * by, green * by, blue * by];
}
