import type { GridInk } from '@/components/inspect/grid/grid-ink';
import { cornerOf, holdsNumbers, positionsBetween, type GridLayout, type Size } from '@/lib/inspect/grid-layout';

interface Labels {
  readonly layout: GridLayout;
  /** What is in view, as the layout in CSS pixels. */
  readonly room: Size;
  readonly top: number;
  readonly order: ArrayLike<number>;
  /** What units were named. */
  readonly notes: ReadonlyMap<number, string>;
  readonly ink: Pick<GridInk, 'text' | 'ground'>;
}

/** A map from this width on has room for its name. */
const NAME_WIDTH = 72;
const PAD = 3;

/** The number of each unit in view, in the corner of its map, and a pencil or its name where it was given one. */
export function paintLabels(context: CanvasRenderingContext2D, labels: Labels): void {
  const { layout, room, top, order, notes, ink } = labels;
  if (!holdsNumbers(layout)) return;
  const size = layout.cell.width < 64 ? 10 : 11;
  const height = size + 3;
  context.font = `600 ${size}px ${getComputedStyle(context.canvas).fontFamily}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const [first, end] = positionsBetween(layout, top, top + room.height);
  for (let position = first; position < end; position += 1) {
    const unit = order[position] ?? position;
    const { x, y: below } = cornerOf(layout, position);
    const y = below - top;
    const note = notes.get(unit);
    const isNamed = note !== undefined && layout.cell.width >= NAME_WIDTH;
    const text = isNamed ? fitting(context, `${unit} ${note}`, layout.cell.width - 2 * PAD) : String(unit);
    const width = context.measureText(text).width + 2 * PAD;
    const hasPencil = note !== undefined && !isNamed;
    context.fillStyle = ink.ground;
    context.fillRect(x, y, hasPencil ? width + size : width, height);
    context.fillStyle = ink.text;
    context.fillText(text, x + PAD, y + height / 2 + 0.5);
    if (hasPencil) drawPencil(context, { x: x + width - 1, y: y + 2, size: size - 1 }, ink.text);
  }
}

/** As much of a text as there is room for. */
function fitting(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  let end = text.length - 1;
  while (end > 1 && context.measureText(`${text.slice(0, end)}…`).width > room) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Lying across, its point at the left below. */
function drawPencil(context: CanvasRenderingContext2D, { x, y, size }: Spot, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x + size, y);
  context.lineTo(x + 0.35 * size, y + 0.65 * size);
  context.stroke();
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x + 0.35 * size, y + 0.65 * size);
  context.lineTo(x, y + size);
  context.stroke();
}
