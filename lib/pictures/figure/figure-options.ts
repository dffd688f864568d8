import type { Locale } from '@/lib/core/locale';
import type { BlockView } from '@/lib/pictures/canvas/scene';
import type { Look } from '@/lib/pictures/picture';

export const FIGURE_SCALES = ['automatic', 'linear', 'root', 'logarithmic'] as const;
/** 'automatic': linear where the smallest map can still be seen beside the largest, else by square roots. */
export type FigureScale = (typeof FIGURE_SCALES)[number];

export const FIGURE_SPACINGS = ['narrow', 'normal', 'wide'] as const;
export type FigureSpacing = (typeof FIGURE_SPACINGS)[number];

export const FIGURE_COLOURS = ['family', 'grey'] as const;
export type FigureColours = (typeof FIGURE_COLOURS)[number];

/** What a person can choose about a figure. */
export interface FigureChoices {
  readonly scale: FigureScale;
  readonly spacing: FigureSpacing;
  readonly colours: FigureColours;
  readonly blocks: BlockView;
  /** What layers are called, with kernel, stride and activation. */
  readonly names: boolean;
  readonly sizes: boolean;
  /** A kernel on each map, with lines to what it gives. */
  readonly windows: boolean;
}

export const FIGURE_DEFAULTS: FigureChoices = {
  scale: 'automatic',
  spacing: 'normal',
  colours: 'family',
  blocks: 'collapsed',
  names: true,
  sizes: true,
  windows: true,
};

/** What a figure says beyond names and numbers. */
export interface FigureWords {
  /** Beside the bars that show the scale. */
  readonly pixels: (count: string) => string;
  readonly channels: (count: string) => string;
  readonly values: (count: string) => string;
  readonly root: string;
  readonly logarithmic: string;
  /** What is smaller than a line is drawn as one. */
  readonly thickened: string;
  readonly count: (value: number) => string;
  /** Nothing to draw: no layer's shape is known. */
  readonly nothing: string;
}

export interface FigureOptions extends Look, FigureChoices {
  readonly locale: Locale;
  readonly words: FigureWords;
}
