import { fileNameOf } from '@/lib/core/file-name';
import type { Picture } from '@/lib/pictures/picture';
import { downloadFile } from '@/lib/platform/download';
import { svgToPng } from '@/lib/platform/svg-to-png';

export const PICTURE_FORMATS = ['svg', 'png-1', 'png-2', 'png-3'] as const;
/** PNG with one, two or three pixels for each of the picture's units. */
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** null: not a grid of pixels. */
export function scaleOf(format: PictureFormat): number | null {
  return format === 'svg' ? null : Number(format.slice('png-'.length));
}

/** Downloads the picture and returns the file's name; rejects where the browser cannot draw it. */
export async function savePicture(
  picture: Picture,
  format: PictureFormat,
  { design, kind }: { readonly design: string; readonly kind: 'canvas' | 'figure' },
): Promise<string> {
  const suffix = kind === 'figure' ? ' figure' : '';
  const name = `${fileNameOf(design)}${suffix}.${format === 'svg' ? 'svg' : 'png'}`;
  downloadFile(document, name, await contentOf(picture, format));
  return name;
}

/** SVG is copied as text, which drawing programs and editors take; PNG as a picture. */
export async function copyPicture(picture: Picture, format: PictureFormat): Promise<void> {
  if (format === 'svg') return navigator.clipboard.writeText(picture.svg);
  // A promise, not its value: Safari forgets the click while it waits.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': contentOf(picture, format) })]);
}

/** Some browsers have no clipboard for pictures, and none has one where the page is not served safely. */
export function canCopy(format: PictureFormat): boolean {
  const { clipboard } = navigator as { readonly clipboard?: Clipboard };
  if (clipboard === undefined) return false;
  return format === 'svg' || (typeof ClipboardItem !== 'undefined' && typeof clipboard.write === 'function');
}

function contentOf(picture: Picture, format: PictureFormat): Promise<Blob> {
  const scale = scaleOf(format);
  return scale === null
    ? Promise.resolve(new Blob([picture.svg], { type: 'image/svg+xml' }))
    : svgToPng(document, picture, scale);
}
