import type { Family } from '@/lib/layers/definition';
import type { FigureColours } from '@/lib/pictures/figure/figure-options';
import { PALETTES, type PictureTheme } from '@/lib/pictures/palette';

/** What a box is painted with. */
export interface BoxInk {
  readonly line: string;
  readonly front: string;
  readonly top: string;
  readonly side: string;
}

const GREY = { light: { strong: '#3c4350', soft: '#f1f2f4' }, dark: { strong: '#c3c9d3', soft: '#2b2f37' } } as const;

/** The map's own face is the lightest; light comes from the upper right. */
export function boxInk(family: Family, theme: PictureTheme, colours: FigureColours): BoxInk {
  const { strong, soft } = colours === 'grey' ? GREY[theme] : PALETTES[theme].families[family];
  return { line: strong, front: mixed(soft, strong, 0.3), top: mixed(soft, strong, 0.14), side: soft };
}

/** Two colours as #rrggbb, with so much of the second. */
export function mixed(first: string, second: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [first, second].map((colour) => parseInt(colour.slice(at, at + 2), 16));
    return Math.round((a ?? 0) * (1 - share) + (b ?? 0) * share);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
