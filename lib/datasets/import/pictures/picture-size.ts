/** What a picture's first bytes say of it, so that a huge one is known before it is unpacked. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Bytes to give: a JPEG's size may stand after a colour profile and a small picture within the picture. */
export const HEADER_BYTES = 2 ** 17;

/** Null for formats it does not know, and for broken ones: decoding will tell. */
export function pictureSize(start: Uint8Array): PictureSize | null {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  try {
    return pngSize(view) ?? jpegSize(view) ?? gifSize(view) ?? webpSize(view) ?? bmpSize(view);
  } catch {
    // Cut off in the middle of a number.
    return null;
  }
}

function startsWith(view: DataView, text: string, at = 0): boolean {
  return [...text].every((letter, index) => view.getUint8(at + index) === letter.charCodeAt(0));
}

/** W3C PNG: the signature, then the chunk IHDR. */
function pngSize(view: DataView): PictureSize | null {
  if (!startsWith(view, '\x89PNG')) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** ITU-T T.81: segments up to a start of frame, SOF0 to SOF15 without DHT, JPG and DAC. */
function jpegSize(view: DataView): PictureSize | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
}

function gifSize(view: DataView): PictureSize | null {
  if (!startsWith(view, 'GIF8')) return null;
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** RFC 9649: lossy, lossless or extended. */
function webpSize(view: DataView): PictureSize | null {
  if (!startsWith(view, 'RIFF') || !startsWith(view, 'WEBP', 8)) return null;
  if (startsWith(view, 'VP8 ', 12)) {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (startsWith(view, 'VP8L', 12)) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (!startsWith(view, 'VP8X', 12)) return null;
  const threeBytes = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  return { width: threeBytes(24) + 1, height: threeBytes(27) + 1 };
}

function bmpSize(view: DataView): PictureSize | null {
  if (!startsWith(view, 'BM')) return null;
  // Negative heights are of pictures stored from the top.
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}
