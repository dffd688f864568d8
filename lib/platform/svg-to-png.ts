/** Browsers refuse canvases beyond this many pixels a side. */
const MOST_PIXELS = 8192;
/** Where a person has asked for a size: the most that today's browsers on computers draw, and 256 MB of pixels. */
const MOST_ASKED = 16_384;
const MOST_AREA = 2 ** 26;

interface SvgPicture {
  readonly svg: string;
  /** Size of the picture in its own units. */
  readonly width: number;
  readonly height: number;
}

interface PngSize {
  readonly width: number;
  readonly height: number;
  /** False: larger than a browser draws. */
  readonly isPossible: boolean;
  /** The most pixels a side. */
  readonly most: number;
}

/** Of a picture drawn at so many pixels for each of its units. */
export function pngSize(picture: Pick<SvgPicture, 'width' | 'height'>, scale: number): PngSize {
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  const isPossible = Math.max(width, height) <= MOST_ASKED && width * height <= MOST_AREA;
  return { width, height, isPossible, most: MOST_ASKED };
}

/**
 * The picture as PNG, with so many pixels for each of its units; without `asked` two, or fewer where that is too large
 * for a canvas. Rejects where it cannot be drawn.
 */
export async function svgToPng(document: Document, { svg, width, height }: SvgPicture, asked?: number): Promise<Blob> {
  const scale = asked ?? Math.min(2, MOST_PIXELS / Math.max(width, height));
  const image = document.createElement('img');
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('the browser gives no canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error('the canvas gives no picture')) : resolve(blob)),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
