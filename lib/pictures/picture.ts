import { element, escapeXml, rounded } from '@/lib/pictures/xml';
import { PALETTES, TEXT_FONT, type PictureTheme } from '@/lib/pictures/palette';

/** A picture as the text of an SVG file, and its size in its own units (pixels at 100 %). */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export const GROUNDS = ['solid', 'transparent'] as const;
export type Ground = (typeof GROUNDS)[number];

/** How any picture is to look. */
export interface Look {
  readonly theme: PictureTheme;
  readonly ground: Ground;
}

interface Sheet {
  /** Its left upper corner and size. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** What a screen reader, or a browser's tab, calls it. */
  readonly title: string;
  readonly ground: string | null;
  readonly content: readonly string[];
}

/** The colour behind a picture; null where what lies below shall be seen. */
export function groundOf({ theme, ground }: Look, solid: 'canvas' | 'surface'): string | null {
  return ground === 'transparent' ? null : PALETTES[theme][solid];
}

/** A file of its own: text as text, no style sheet, no script, nothing fetched from anywhere. */
export function sheet({ left, top, width, height, title, ground, content }: Sheet): Picture {
  const [wide, tall] = [Math.ceil(width), Math.ceil(height)];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${tall}" ` +
      `viewBox="${rounded(left)} ${rounded(top)} ${wide} ${tall}" font-family="${escapeXml(TEXT_FONT)}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    ...(ground === null ? [] : [element('rect', { x: left, y: top, width: wide, height: tall, fill: ground })]),
    ...content,
    '</svg>',
    '',
  ].join('\n');
  return { svg, width: wide, height: tall };
}
