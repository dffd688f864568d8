import { PALETTES } from '@/lib/pictures/palette';

/** What is drawn with on a grid besides its maps. */
export interface GridInk {
  readonly text: string;
  readonly text2: string;
  readonly ground: string;
  readonly border: string;
  readonly accent: string;
  readonly accentSoft: string;
  /** Of bars. */
  readonly below: string;
  readonly above: string;
}

/** As the page has them now. */
export function pageInk({ canvas }: CanvasRenderingContext2D): GridInk {
  const style = getComputedStyle(canvas);
  const colour = (name: string): string => style.getPropertyValue(name);
  return {
    text: colour('--text'),
    text2: colour('--text-2'),
    ground: colour('--surface'),
    border: colour('--border'),
    accent: colour('--accent'),
    accentSoft: colour('--accent-soft'),
    below: colour('--family-convolution'),
    above: colour('--family-activation'),
  };
}

const { light } = PALETTES;

/** Of saved pictures, in which no unit stands out as the chosen one. */
export const FIGURE_INK: GridInk = {
  text: light.text,
  text2: light.text2,
  ground: light.surface,
  border: light.border,
  accent: light.text,
  accentSoft: light.surface2,
  below: light.families.convolution.strong,
  above: light.families.activation.strong,
};
