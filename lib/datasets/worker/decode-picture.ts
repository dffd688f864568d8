import { EntryError } from '@/lib/datasets/import/entry';
import { MOST_PICTURE_PIXELS } from '@/lib/datasets/import/limits';
import type { Picture } from '@/lib/datasets/import/protocol';

/** Whatever the browser reads, turned as the camera was held, in the colours of the screen. */
export async function decodePicture(bytes: Uint8Array<ArrayBuffer>): Promise<Picture> {
  const bitmap = await createImageBitmap(new Blob([bytes]), {
    imageOrientation: 'from-image',
    premultiplyAlpha: 'none',
  });
  try {
    const { width, height } = bitmap;
    if (width * height > MOST_PICTURE_PIXELS) throw new EntryError('too-large', `${width} × ${height}`);
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (context === null) throw new EntryError('too-large', `${width} × ${height}`);
    context.drawImage(bitmap, 0, 0);
    return { width, height, data: context.getImageData(0, 0, width, height).data };
  } finally {
    bitmap.close();
  }
}
