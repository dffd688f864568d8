/** Browsers refuse canvases beyond this many pixels a side. */
const MOST_PIXELS = 8192;

interface SvgPicture {
  readonly svg: string;
  /** Size of the picture in its own units. */
  readonly width: number;
  readonly height: number;
}

/** The picture as PNG, twice as fine as it is wide unless that is too large for a canvas; rejects where it cannot be drawn. */
export async function svgToPng(document: Document, { svg, width, height }: SvgPicture): Promise<Blob> {
  const scale = Math.min(2, MOST_PIXELS / Math.max(width, height));
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
