import type { ColourTheme } from '@/lib/inspect/colours';
import { isHollow, markPath, type MarkShape } from '@/lib/runs/chart/line-look';

/** How a class is told from others on a map. */
export interface ClassLook {
  readonly color: string;
  /** An SVG path around 0, 0. */
  readonly path: string;
  /** Stroked, not filled. */
  readonly isHollow: boolean;
}

/** Of the line of marks that are stroked. */
export const HOLLOW_WIDTH = 1.6;

/**
 * Ten of the fourteen categorical colours of IBM's Carbon Design System (its package `@carbon/colors`, Apache-2.0), those of
 * them that lie farthest apart in OKLab without the two of either theme that are nearly its text's colour: 0.133 and 0.135
 * at least, against 0.113 of D3's ten and 0.084 of Tableau's, of which several are below 3 : 1 on white.
 */
export const CLASS_COLORS: Readonly<Record<ColourTheme, readonly string[]>> = {
  light: ['#6929c4', '#1192e8', '#8a3800', '#198038', '#fa4d56', '#002d9c', '#b28600', '#a56eff', '#005d5d', '#009d9a'],
  dark: ['#8a3ffc', '#08bdba', '#ba4e00', '#6fdc8c', '#ff7eb6', '#4589ff', '#d2a106', '#d4bbff', '#007d79', '#d02670'],
};

const MARKS: readonly (MarkShape | 'frame' | 'star')[] = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'cross',
  'plus',
  'ring',
  'down',
  'frame',
  'star',
];
const COLORS = CLASS_COLORS.light.length;
const STAR = 'M0 -5l1.35 3.15l3.4 .3l-2.55 2.3l.75 3.35l-2.95 -1.8l-2.95 1.8l.75 -3.35l-2.55 -2.3l3.4 -.3Z';

/** The first ten differ in colour and in mark, the first hundred in one of the two. */
export function classLook(label: number, theme: ColourTheme): ClassLook {
  const round = Math.floor(label / COLORS);
  const mark = MARKS[(label + round) % MARKS.length] ?? 'circle';
  const color = CLASS_COLORS[theme][label % COLORS] ?? '#888888';
  if (mark === 'frame') return { color, path: 'M-3 -3h6v6h-6Z', isHollow: true };
  if (mark === 'star') return { color, path: STAR, isHollow: false };
  return { color, path: markPath(mark, [0, 0]), isHollow: isHollow(mark) };
}
