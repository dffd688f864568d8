import { VIRIDIS } from '@/lib/inspect/viridis';

export const COLOUR_SCALES = ['grey', 'diverging', 'viridis'] as const;
export type ColourScale = (typeof COLOUR_SCALES)[number];
export type ColourTheme = 'light' | 'dark';

/** Levels of a scale, and so entries of its table. */
export const LEVELS = 256;
/** The level of 0 in the diverging scale; as many levels lie above it as below, and level 0 is not used. */
export const ZERO_LEVEL = 128;

type Colour = readonly [red: number, green: number, blue: number];
type Stops = readonly (readonly [level: number, colour: Colour])[];

const GREY: Stops = [
  [0, [0, 0, 0]],
  [255, [255, 255, 255]],
];

/**
 * Below 0 blue, above 0 red, 0 the theme's ground: so the strength is seen as distance from the ground. On white the ends
 * and quarters of ColorBrewer's RdBu (Brewer, Harrower & The Pennsylvania State University, Apache-2.0), on black bright
 * ends. Told apart with every common kind of colour blindness.
 */
const DIVERGING: Readonly<Record<ColourTheme, Stops>> = {
  light: [
    [1, [5, 48, 97]],
    [33, [33, 102, 172]],
    [65, [67, 147, 195]],
    [97, [146, 197, 222]],
    [ZERO_LEVEL, [247, 247, 247]],
    [159, [244, 165, 130]],
    [191, [214, 96, 77]],
    [223, [178, 24, 43]],
    [255, [103, 0, 31]],
  ],
  dark: [
    [1, [166, 214, 255]],
    [65, [54, 127, 207]],
    [ZERO_LEVEL, [16, 18, 23]],
    [191, [204, 78, 44]],
    [255, [255, 190, 148]],
  ],
};

const tables = new Map<string, Uint8ClampedArray>();

/**
 * The scale's colours, red, green, blue and 255 for each of its levels: `new Uint32Array(table.buffer)` gives whole pixels
 * as an ImageData's buffer holds them.
 */
export function colourTable(scale: ColourScale, theme: ColourTheme): Uint8ClampedArray {
  const name = `${scale} ${theme}`;
  const table = tables.get(name) ?? makeTable(scale, theme);
  tables.set(name, table);
  return table;
}

/** What stands for a value that is not a number, in any scale: a magenta that none of them has. */
export const NO_NUMBER: Colour = [214, 0, 190];

function makeTable(scale: ColourScale, theme: ColourTheme): Uint8ClampedArray {
  switch (scale) {
    case 'grey':
      return fromStops(GREY);
    case 'diverging':
      return fromStops(DIVERGING[theme]);
    case 'viridis':
      return fromHexadecimal(VIRIDIS);
  }
}

function fromStops(stops: Stops): Uint8ClampedArray {
  const table = new Uint8ClampedArray(4 * LEVELS);
  for (let level = 0; level < LEVELS; level += 1) {
    const above = Math.max(
      1,
      stops.findIndex(([at]) => at >= level),
    );
    const [from, to] = [stops[above - 1], stops[above]];
    if (from === undefined || to === undefined) throw new Error('a scale of colours needs two stops');
    const share = Math.max(0, (level - from[0]) / (to[0] - from[0]));
    for (let part = 0; part < 3; part += 1) {
      table[4 * level + part] = (from[1][part] ?? 0) * (1 - share) + (to[1][part] ?? 0) * share;
    }
    table[4 * level + 3] = 255;
  }
  return table;
}

function fromHexadecimal(text: string): Uint8ClampedArray {
  const table = new Uint8ClampedArray(4 * LEVELS).fill(255);
  for (let level = 0; level < LEVELS; level += 1) {
    for (let part = 0; part < 3; part += 1) {
      const at = 6 * level + 2 * part;
      table[4 * level + part] = Number.parseInt(text.slice(at, at + 2), 16);
    }
  }
  return table;
}
