import type { FigureBlock } from '@/lib/pictures/figure/fold-layers';
import type { FigureScale } from '@/lib/pictures/figure/figure-options';

/** Units of the picture per pixel of a map, per channel and per value of a vector: three scales, each with its own bar. */
export interface FigureScales {
  /** Lengths in the picture, never below the thinnest line that can be seen. */
  readonly pixels: (count: number) => number;
  readonly channels: (count: number) => number;
  readonly values: (count: number) => number;
  readonly kind: Exclude<FigureScale, 'automatic'>;
  /** None where lengths are no multiples of counts, so that no bar can show them. */
  readonly bars: readonly ScaleBar[];
  /** Something is drawn thicker than it is. */
  readonly isThickened: boolean;
}

export interface ScaleBar {
  readonly of: 'pixels' | 'channels' | 'values';
  readonly count: number;
  readonly length: number;
}

/** Of the tallest map, the deepest one, and the longest vector. */
export const TALLEST = 150;
export const DEEPEST = 84;
export const LONGEST = 96;
/** What is thinner is drawn so. */
export const THINNEST = 2;

const BAR = 48;

export function findScales(blocks: readonly FigureBlock[], scale: FigureScale): FigureScales {
  const sizes = sizesOf(blocks);
  const kind = scale === 'automatic' ? readableScale(sizes.pixels) : scale;
  if (kind !== 'linear') {
    return {
      kind,
      pixels: bent(kind, largest(sizes.pixels), TALLEST),
      channels: bent(kind, largest(sizes.channels), DEEPEST),
      values: bent(kind, largest(sizes.values), LONGEST),
      bars: [],
      isThickened: false,
    };
  }
  const perPixel = TALLEST / largest(sizes.pixels);
  // A channel is at most as thick as a pixel is wide: where there is room, a map is a true cuboid.
  const perChannel = Math.min(DEEPEST / largest(sizes.channels), sizes.pixels.length === 0 ? Infinity : perPixel);
  const perValue = LONGEST / largest(sizes.values);
  const isThin = (counts: readonly number[], factor: number) => counts.some((count) => count * factor < THINNEST);
  return {
    kind,
    pixels: linear(perPixel),
    channels: linear(perChannel),
    values: linear(perValue),
    bars: [
      ...barOf('pixels', sizes.pixels, perPixel),
      ...barOf('channels', sizes.channels, perChannel),
      ...barOf('values', sizes.values, perValue),
    ],
    isThickened: isThin(sizes.pixels, perPixel) || isThin(sizes.channels, perChannel) || isThin(sizes.values, perValue),
  };
}

/** Height, width and channels of a map; a sequence (length × features) is an image one pixel wide. */
export function sizesOfMap(shape: readonly number[]): {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
} {
  const [height = 1, second = 1, channels] = shape;
  if (channels === undefined) return { height, width: 1, channels: second };
  return { height, width: second, channels: shape.slice(2).reduce((product, size) => product * size, 1) };
}

function sizesOf(blocks: readonly FigureBlock[]) {
  const maps = blocks.filter(({ kind }) => kind === 'map').map(({ shape }) => sizesOfMap(shape));
  return {
    pixels: maps.flatMap(({ height, width }) => [height, width]),
    channels: maps.map(({ channels }) => channels),
    values: blocks.flatMap(({ kind, shape: [count = 1] }) => (kind === 'vector' ? [count] : [])),
  };
}

function largest(counts: readonly number[]): number {
  return counts.reduce((most, count) => Math.max(most, count), 1);
}

function linear(factor: number): (count: number) => number {
  return (count) => Math.max(count * factor, THINNEST);
}

const BENDS = { root: Math.sqrt, logarithmic: (count: number) => Math.log2(1 + count) } as const;

function bent(kind: keyof typeof BENDS, most: number, length: number): (count: number) => number {
  const bend = BENDS[kind];
  return (count) => Math.max((length * bend(count)) / bend(most), THINNEST);
}

/** As tall as the smallest map must be for the eye to see a map in it; a single pixel is none. */
const READABLE = 14;

function readableScale(pixels: readonly number[]): 'linear' | 'root' {
  const smallest = pixels.reduce((least, count) => (count > 1 ? Math.min(least, count) : least), Infinity);
  return (smallest * TALLEST) / largest(pixels) < READABLE ? 'root' : 'linear';
}

/** About as long as BAR, for a round number; none where there is nothing to show. */
function barOf(of: ScaleBar['of'], counts: readonly number[], factor: number): readonly ScaleBar[] {
  if (counts.length === 0) return [];
  const count = roundNumber(Math.min(BAR / factor, largest(counts)));
  return [{ of, count, length: count * factor }];
}

/** The largest of 1, 2, 5, 10, 20, 50 … that is not above. */
function roundNumber(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  const [step = 1] = [5, 2, 1].filter((each) => each * power <= value);
  return step * power;
}
