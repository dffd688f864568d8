import type { LayerView, Overhang } from '@/lib/analysis/unit-view';
import type { Pair } from '@/lib/layers/fields';
import { putPixels } from '@/components/inspect/put-pixels';
import type { UnitImages } from '@/components/inspect/unit/scene';
import { hatch, type Box, type Ink } from '@/components/unit-view/draw-picture';
import type { Pixels } from '@/lib/inspect/paint-grid';

/** Where `columns` × `rows` cells lie on a canvas that holds them as large as they fit, in its pixels. */
export function placeCells(
  { width, height }: { readonly width: number; readonly height: number },
  [rows, columns]: Pair,
): Box {
  const scale = Math.min(width / columns, height / rows);
  return {
    x: (width - columns * scale) / 2,
    y: (height - rows * scale) / 2,
    width: columns * scale,
    height: rows * scale,
  };
}

/** The cell at a point of the canvas; null beside them. */
export function cellAt(box: Box, [rows, columns]: Pair, [x, y]: Pair): Pair | null {
  const row = Math.floor(((y - box.y) / box.height) * rows);
  const column = Math.floor(((x - box.x) / box.width) * columns);
  return row >= 0 && column >= 0 && row < rows && column < columns ? [row, column] : null;
}

interface MapScene {
  readonly images: UnitImages;
  /** As drawn. */
  readonly cell: Pair;
  readonly ink: Ink;
}

/** The map, a square for each cell, with one of them framed. */
export function drawMap(canvas: HTMLCanvasElement, scratch: HTMLCanvasElement, { images, cell, ink }: MapScene): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const { mapPixels } = images;
  const size: Pair = [mapPixels.height, mapPixels.width];
  const box = placeCells(canvas, size);
  context.fillStyle = ink.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingEnabled = false;
  context.drawImage(put(scratch, mapPixels), box.x, box.y, box.width, box.height);
  const [row, column] = cell;
  const [height, width] = [box.height / size[0], box.width / size[1]];
  frame(context, { x: box.x + column * width, y: box.y + row * height, width, height }, ink);
}

/** Seen on any ground: the mark between two lines of the ground. */
function frame(context: CanvasRenderingContext2D, box: Box, ink: Ink): void {
  const line = 2 * devicePixelRatio;
  const least = 4 * devicePixelRatio;
  const grow = Math.max(0, (least - Math.min(box.width, box.height)) / 2);
  const [x, y] = [box.x - grow, box.y - grow];
  const [width, height] = [box.width + 2 * grow, box.height + 2 * grow];
  context.lineWidth = 2 * line;
  context.strokeStyle = ink.ground;
  context.strokeRect(x, y, width, height);
  context.lineWidth = line;
  context.strokeStyle = ink.mark;
  context.strokeRect(x, y, width, height);
}

interface OverlayScene {
  readonly images: UnitImages;
  readonly view: LayerView | undefined;
  /** Room around the picture, in its pixels, for what is seen of the border. */
  readonly margin: Overhang;
  readonly ink: Ink;
}

/** The picture under the map, and what the chosen cell sees outlined; what lies beyond the picture is hatched. */
export function drawOverlay(
  canvas: HTMLCanvasElement,
  [picture, over]: readonly [HTMLCanvasElement, HTMLCanvasElement],
  { images, view, margin, ink }: OverlayScene,
): void {
  const context = canvas.getContext('2d');
  if (context === null || images.picture === null) return;
  context.fillStyle = ink.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const box = pictureBox(canvas, images.picture, margin);
  context.imageSmoothingEnabled = false;
  context.drawImage(put(picture, images.picture), box.x, box.y, box.width, box.height);
  if (images.overlay !== null) {
    context.imageSmoothingEnabled = true;
    context.drawImage(put(over, images.overlay), box.x, box.y, box.width, box.height);
  }
  context.lineWidth = 1;
  context.strokeStyle = ink.frame;
  context.strokeRect(box.x - 0.5, box.y - 0.5, box.width + 1, box.height + 1);
  if (view === undefined) return;
  const window = windowBox(box, view);
  hatch(context, { window, picture: box, ink });
  frame(context, window, ink);
}

/** The picture on a canvas that has room for the border around it. */
export function pictureBox(
  canvas: { readonly width: number; readonly height: number },
  picture: { readonly width: number; readonly height: number },
  margin: Overhang,
): Box {
  const across = picture.width + margin.left + margin.right;
  const down = picture.height + margin.top + margin.bottom;
  const whole = placeCells(canvas, [down, across]);
  const scale = whole.width / across;
  return {
    x: whole.x + margin.left * scale,
    y: whole.y + margin.top * scale,
    width: picture.width * scale,
    height: picture.height * scale,
  };
}

function windowBox(box: Box, { window: { first, last }, places }: LayerView): Box {
  const [height, width] = [box.height / places[0], box.width / places[1]];
  return {
    x: box.x + first[1] * width,
    y: box.y + first[0] * height,
    width: (last[1] - first[1] + 1) * width,
    height: (last[0] - first[0] + 1) * height,
  };
}

function put(scratch: HTMLCanvasElement, pixels: Pixels): HTMLCanvasElement {
  putPixels(scratch, pixels);
  return scratch;
}
