import type { FigureOptions } from '@/lib/pictures/figure/figure-options';
import type { FigureScales } from '@/lib/pictures/figure/scales';
import { PALETTES } from '@/lib/pictures/palette';
import { textWidth } from '@/lib/pictures/text-width';
import { element, escapeXml } from '@/lib/pictures/xml';

interface DrawnScale {
  readonly marks: readonly string[];
  readonly width: number;
  readonly height: number;
}

const TYPE = { size: 10 } as const;
const TICK = 3;
const GAP = 22;
const LINE = 15;

/** What a length in the figure means: a bar per scale, and what is not to scale in words. From the origin on. */
export function drawScale({ kind, bars, isThickened }: FigureScales, { theme, words }: FigureOptions): DrawnScale {
  const palette = PALETTES[theme];
  const said = (x: number, y: number, text: string) =>
    element('text', { x, y, 'font-size': TYPE.size, fill: palette.text2 }, escapeXml(text));
  let x = 0;
  let width = 0;
  const drawn = bars.map(({ of, count, length }) => {
    const text = words[of](words.count(count));
    const path = `M${x},${-TICK}v${2 * TICK}M${x},0h${length.toFixed(2)}M${(x + length).toFixed(2)},${-TICK}v${2 * TICK}`;
    const bar = element('path', { d: path, fill: 'none', stroke: palette.text2, 'stroke-width': 1 });
    const label = said(x + length + 6, 3.5, text);
    width = x + length + 6 + textWidth(text, TYPE);
    x = width + GAP;
    return bar + label;
  });
  const notes = [...(kind === 'linear' ? [] : [words[kind]]), ...(isThickened ? [words.thickened] : [])];
  const top = drawn.length > 0 ? LINE : 0;
  const lines = notes.map((note, index) => said(0, top + 3.5 + index * LINE, note));
  const widest = Math.max(width, ...notes.map((note) => textWidth(note, TYPE)));
  return { marks: [...drawn, ...lines], width: widest, height: top + notes.length * LINE };
}
