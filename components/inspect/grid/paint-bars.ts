import type { GridInk } from '@/components/inspect/grid/grid-ink';
import type { GridWish } from '@/components/inspect/grid/grid-painter';
import { shortNumbers } from '@/components/inspect/unit/use-short-number';
import { cornerOf, positionsBetween } from '@/lib/inspect/grid-layout';
import { isDead, layerSpan, type UnitFigures, type UnitSpans } from '@/lib/inspect/grid-statistics';

interface Bars extends GridWish {
  readonly figures: UnitFigures;
  /** What the bars are scaled to where that is not their own values. */
  readonly spans?: UnitSpans;
  readonly order: ArrayLike<number>;
  readonly ink: GridInk;
}

/** The units of a vector: name, bar and value. Bars begin at 0; below 0 they go to the left, in another colour. */
export function paintBars(context: CanvasRenderingContext2D, bars: Bars): void {
  const { layout, room, top, order, figures, unit, ink } = bars;
  context.font = `11px ${getComputedStyle(context.canvas).fontFamily}`;
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
      context.fillStyle = ink.accentSoft;
      context.fillRect(x, y, width, height);
      context.strokeStyle = ink.accent;
      context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
    }
    context.fillStyle = isDead(figures, own) ? ink.text2 : ink.text;
    context.textAlign = 'left';
    context.fillText(nameOf(bars, own), x + 4, y + height / 2, texts - 6);
    const length = most === least ? 0 : (Math.abs(value) / (most - least)) * field;
    context.fillStyle = ink.border;
    context.fillRect(x + texts + zero, y + 2, 1, height - 4);
    context.fillStyle = value < 0 ? ink.below : ink.above;
    context.fillRect(x + texts + (value < 0 ? zero - length : zero), y + 4, length, height - 8);
    context.fillStyle = ink.text2;
    context.textAlign = 'right';
    context.fillText(format(value), x + width - 4, y + height / 2);
  }
}

const VALUE_WIDTH = 56;

/** By number where it stands for nothing else; with what a person named it. */
function nameOf({ names, notes }: Pick<Bars, 'names' | 'notes'>, unit: number): string {
  const note = notes?.get(unit);
  return `${names[unit] ?? String(unit)}${note === undefined ? '' : ` “${note}”`}`;
}

function widthOfNames(context: CanvasRenderingContext2D, bars: Bars): number {
  const { names, notes, layout } = bars;
  const { cell, count } = layout;
  const noted = [...(notes?.keys() ?? [])].map((unit) => nameOf(bars, unit));
  const longest = [...noted, ...(names.length > 0 ? names : [String(count)])];
  const width = Math.max(...longest.slice(0, 200).map((name) => context.measureText(name).width));
  return Math.min(cell.width * 0.4, width + 12);
}
