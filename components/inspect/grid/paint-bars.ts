import type { GridWish } from '@/components/inspect/grid/grid-painter';
import { shortNumbers } from '@/components/inspect/unit/use-short-number';
import { cornerOf, positionsBetween } from '@/lib/inspect/grid-layout';
import { isDead, layerSpan, type UnitFigures, type UnitSpans } from '@/lib/inspect/grid-statistics';

interface Bars extends GridWish {
  readonly figures: UnitFigures;
  /** What the bars are scaled to where that is not their own values. */
  readonly spans?: UnitSpans;
  readonly order: Uint32Array;
}

/** The units of a vector: name, bar and value. Bars begin at 0; below 0 they go to the left, in another colour. */
export function paintBars(context: CanvasRenderingContext2D, bars: Bars): void {
  const { layout, room, top, order, figures, unit, names } = bars;
  const style = getComputedStyle(context.canvas);
  const colour = (name: string): string => style.getPropertyValue(name);
  context.font = `11px ${style.fontFamily}`;
  context.textBaseline = 'middle';
  const format = shortNumbers(context.canvas.ownerDocument.documentElement.lang);
  const [first, end] = positionsBetween(layout, top, top + room.height);
  const { width, height } = layout.cell;
  const texts = widthOfNames(context, bars);
  const field = Math.max(20, width - texts - VALUE_WIDTH);
  const { low, high } = layerSpan(bars.spans ?? figures);
  const [least, most] = [Math.min(0, low), Math.max(0, high)];
  const zero = most === least ? 0 : (-least / (most - least)) * field;
  for (let position = first; position < end; position += 1) {
    const own = order[position] ?? position;
    const { x, y: below } = cornerOf(layout, position);
    const y = below - top;
    const value = figures.high[own] ?? 0;
    if (own === unit) {
      context.fillStyle = colour('--accent-soft');
      context.fillRect(x, y, width, height);
      context.strokeStyle = colour('--accent');
      context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
    }
    context.fillStyle = colour(isDead(figures, own) ? '--text-2' : '--text');
    context.textAlign = 'left';
    context.fillText(names[own] ?? String(own), x + 4, y + height / 2, texts - 6);
    const length = most === least ? 0 : (Math.abs(value) / (most - least)) * field;
    context.fillStyle = colour('--border');
    context.fillRect(x + texts + zero, y + 2, 1, height - 4);
    context.fillStyle = colour(value < 0 ? '--family-convolution' : '--family-activation');
    context.fillRect(x + texts + (value < 0 ? zero - length : zero), y + 4, length, height - 8);
    context.fillStyle = colour('--text-2');
    context.textAlign = 'right';
    context.fillText(format(value), x + width - 4, y + height / 2);
  }
}

const VALUE_WIDTH = 56;

function widthOfNames(context: CanvasRenderingContext2D, { names, layout: { cell, count } }: Bars): number {
  const longest = names.length > 0 ? names : [String(count)];
  const width = Math.max(...longest.slice(0, 200).map((name) => context.measureText(name).width));
  return Math.min(cell.width * 0.4, width + 12);
}
