import type { LayerView, Overhang } from '@/lib/analysis/unit-view';
import type { Picture } from '@/components/unit-view/pictures';

/** The colours of the theme that is on, as the canvas needs them. */
export interface Ink {
  readonly ground: string;
  readonly frame: string;
  readonly mark: string;
}

export function readInk(element: Element): Ink {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return { ground: read('--surface-2'), frame: read('--border-strong'), mark: read('--accent') };
}

interface Scene {
  readonly picture: Picture;
  /** Null: the cell sees nothing of the picture. */
  readonly view: LayerView | null;
  /** Room around the picture, in its pixels, so that all border can be drawn. */
  readonly margin: Overhang;
  readonly ink: Ink;
}

/** What lies outside the region stays visible, but faint. */
const FAINT = 0.25;
const HATCH_GAP = 7;

/** The picture with what is seen of it bright, the window around that outlined, and its part beyond the edge hatched. */
export function drawPicture(canvas: HTMLCanvasElement, { picture, view, margin, ink }: Scene): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const [rows, columns] = picture.size;
  const across = columns + margin.left + margin.right;
  const down = rows + margin.top + margin.bottom;
  const scale = Math.min(canvas.width / across, canvas.height / down);
  const left = (canvas.width - across * scale) / 2 + margin.left * scale;
  const top = (canvas.height - down * scale) / 2 + margin.top * scale;
  context.fillStyle = ink.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingEnabled = false;
  context.drawImage(paint(picture, view), left, top, columns * scale, rows * scale);
  context.lineWidth = 1;
  context.strokeStyle = ink.frame;
  context.strokeRect(left - 0.5, top - 0.5, columns * scale + 1, rows * scale + 1);
  if (view === null) return;
  const { first, last } = view.window;
  const window: Box = {
    x: left + first[1] * scale,
    y: top + first[0] * scale,
    width: (last[1] - first[1] + 1) * scale,
    height: (last[0] - first[0] + 1) * scale,
  };
  hatch(context, { window, picture: { x: left, y: top, width: columns * scale, height: rows * scale }, ink });
  context.lineWidth = 2 * devicePixelRatio;
  context.strokeStyle = ink.mark;
  context.strokeRect(window.x, window.y, window.width, window.height);
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The picture in its own pixels, those that are not seen nearly transparent. */
function paint({ size: [rows, columns], channels, values }: Picture, view: LayerView | null): HTMLCanvasElement {
  const image = new ImageData(columns, rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const isSeen = view === null || (view.rows[row] === 1 && view.columns[column] === 1);
      for (let color = 0; color < 3; color += 1) {
        image.data[at * 4 + color] = values[at * channels + Math.min(color, channels - 1)] ?? 0;
      }
      image.data[at * 4 + 3] = isSeen ? 255 : 255 * FAINT;
    }
  }
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}

/** The part of a window that lies beyond the picture. */
export function hatch(
  context: CanvasRenderingContext2D,
  { window, picture, ink }: { readonly window: Box; readonly picture: Box; readonly ink: Ink },
): void {
  context.save();
  context.beginPath();
  context.rect(window.x, window.y, window.width, window.height);
  context.clip();
  // Everything but the picture.
  context.beginPath();
  context.rect(window.x - 1, window.y - 1, window.width + 2, window.height + 2);
  context.rect(picture.x, picture.y, picture.width, picture.height);
  context.clip('evenodd');
  context.beginPath();
  const gap = HATCH_GAP * devicePixelRatio;
  for (let x = window.x - window.height; x < window.x + window.width; x += gap) {
    context.moveTo(x, window.y + window.height);
    context.lineTo(x + window.height, window.y);
  }
  context.lineWidth = devicePixelRatio;
  context.strokeStyle = ink.mark;
  context.stroke();
  context.restore();
}
