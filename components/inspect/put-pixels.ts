import type { Pixels } from '@/lib/inspect/paint-grid';

/** Gives a canvas a picture, pixel by pixel; it takes the picture's size. */
export function putPixels(canvas: HTMLCanvasElement, { data, width, height }: Pixels): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const bytes = new Uint8ClampedArray(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
  canvas.getContext('2d')?.putImageData(new ImageData(bytes, width, height), 0, 0);
}
