import type { Pair } from '@/lib/layers/fields';
import type { Ink } from '@/components/unit-view/draw-picture';

/** Below this many pixels per unit the lines between them would be all there is to see. */
const LEAST_LINED = 5;
/** The chosen unit is never drawn smaller than this. */
const LEAST_MARK = 5;

export interface GridPlace {
  readonly left: number;
  readonly top: number;
  /** Pixels per unit. */
  readonly scale: number;
}

export function placeGrid([rows, columns]: Pair, width: number, height: number): GridPlace {
  const scale = Math.min((width - 2) / columns, (height - 2) / rows);
  return { left: (width - columns * scale) / 2, top: (height - rows * scale) / 2, scale };
}

/** The unit under a point; null beside the grid. */
export function unitAt(places: Pair, { left, top, scale }: GridPlace, x: number, y: number): Pair | null {
  const [row, column] = [Math.floor((y - top) / scale), Math.floor((x - left) / scale)];
  return row >= 0 && column >= 0 && row < places[0] && column < places[1] ? [row, column] : null;
}

/** The layer's units as a grid, the chosen one filled. */
export function drawUnits(canvas: HTMLCanvasElement, places: Pair, place: Pair, ink: Ink): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const { left, top, scale } = placeGrid(places, canvas.width, canvas.height);
  const [height, width] = [places[0] * scale, places[1] * scale];
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = ink.ground;
  context.fillRect(left, top, width, height);
  context.strokeStyle = ink.frame;
  context.lineWidth = 1;
  context.beginPath();
  const step = scale >= LEAST_LINED * devicePixelRatio ? 1 : Number.POSITIVE_INFINITY;
  for (let row = step; row < places[0]; row += step) line(context, left, top + row * scale, width, 0);
  for (let column = step; column < places[1]; column += step) line(context, left + column * scale, top, 0, height);
  context.rect(left, top, width, height);
  context.stroke();
  const side = Math.max(scale, LEAST_MARK * devicePixelRatio);
  const [x, y] = [left + (place[1] + 0.5) * scale, top + (place[0] + 0.5) * scale];
  context.fillStyle = ink.mark;
  context.fillRect(x - side / 2, y - side / 2, side, side);
}

function line(context: CanvasRenderingContext2D, x: number, y: number, dx: number, dy: number): void {
  context.moveTo(x, y);
  context.lineTo(x + dx, y + dy);
}
