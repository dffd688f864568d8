/** How a line is told from others: colour is never the only sign. */
export interface LineLook {
  /** Index into LINE_COLORS. */
  readonly color: number;
  /** SVG's stroke-dasharray; empty: solid. */
  readonly dash: string;
  readonly mark: MarkShape;
}

export const MARK_SHAPES = ['circle', 'square', 'triangle', 'diamond', 'cross', 'plus', 'ring', 'down'] as const;
export type MarkShape = (typeof MARK_SHAPES)[number];

/**
 * Eight colours each, searched for the largest least distance in OKLab as seen with usual sight and without one kind of
 * cones (Machado, Oliveira & Fernandes 2009), among those of 3.3 : 1 at least against the theme's grounds: 0.117 and 0.105,
 * against 0.076 of Okabe & Ito's eight.
 */
export const LINE_COLORS = {
  light: ['#4843d9', '#f44400', '#39154c', '#b46981', '#5780d7', '#790c16', '#664f68', '#032593'],
  dark: ['#79ace5', '#efbc4b', '#d95029', '#abceb7', '#af6a8e', '#616ae2', '#f1f1a1', '#a1a17d'],
} as const;

const DASHES = ['', '7 4', '2 3', '9 3 2 3'] as const;
const COLORS = LINE_COLORS.light.length;

/** The nth line's; the first thirty-two all differ in at least two ways from one another's neighbours. */
export function lookOf(place: number): LineLook {
  const round = Math.floor(place / COLORS);
  return {
    color: place % COLORS,
    dash: DASHES[(place + round) % DASHES.length] ?? '',
    mark: MARK_SHAPES[(place + round * 3) % MARK_SHAPES.length] ?? 'circle',
  };
}

/** A mark around a place, as an SVG path; open shapes are stroked only. */
export function markPath(shape: MarkShape, [x, y]: readonly [number, number]): string {
  const r = 3.6;
  switch (shape) {
    case 'circle':
    case 'ring':
      return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
    case 'square':
      return `M${x - 3} ${y - 3}h6v6h-6Z`;
    case 'triangle':
      return `M${x} ${y - 4.2}l4 7h-8Z`;
    case 'down':
      return `M${x} ${y + 4.2}l4 -7h-8Z`;
    case 'diamond':
      return `M${x} ${y - 4.6}l4 4.6l-4 4.6l-4 -4.6Z`;
    case 'cross':
      return `M${x - 3.4} ${y - 3.4}l6.8 6.8M${x + 3.4} ${y - 3.4}l-6.8 6.8`;
    case 'plus':
      return `M${x - 4.2} ${y}h8.4M${x} ${y - 4.2}v8.4`;
  }
}

/** Not filled: told from the filled shape by its ground. */
export function isHollow(shape: MarkShape): boolean {
  return shape === 'ring' || shape === 'cross' || shape === 'plus';
}
