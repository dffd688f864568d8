import type { Picture, PictureOptions } from '@/lib/datasets/import/protocol';

/** A part of a picture, in its pixels; fractions are allowed. */
interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels of several bytes each, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/**
 * The picture as it is kept: height × width × channels bytes. Every pixel is a weighted mean of what is around it.
 * See-through parts are as on white.
 */
export function fitPicture(picture: Picture, options: PictureOptions): Uint8Array<ArrayBuffer> {
  const opaque = onWhite(picture);
  return fitRaster({ width: picture.width, height: picture.height, channels: 3, data: opaque }, options);
}

/** The same for bytes of one or three channels. */
export function fitRaster(raster: Raster, options: PictureOptions): Uint8Array<ArrayBuffer> {
  const coloured = recolour(raster, options.colour);
  if (coloured.width === options.width && coloured.height === options.height) return Uint8Array.from(coloured.data);
  if (options.fit !== 'contain') {
    const frame = options.fit === 'cover' ? coverFrame(coloured, options) : wholeOf(coloured);
    return resample(coloured, frame, options);
  }
  return padded(coloured, options);
}

function onWhite({ width, height, data }: Picture): Uint8Array {
  const pixels = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    const alpha = (data[from + 3] ?? 255) / 255;
    for (let channel = 0; channel < 3; channel += 1) {
      pixels[to + channel] = Math.round((data[from + channel] ?? 0) * alpha + 255 * (1 - alpha));
    }
  }
  return pixels;
}

/** Grey by ITU-R BT.601, as PIL's 'L' has it. */
function recolour(raster: Raster, colour: PictureOptions['colour']): Raster {
  const { width, height, channels, data } = raster;
  const wanted = colour === 'grey' ? 1 : 3;
  if (channels === wanted) return raster;
  const pixels = new Uint8Array(width * height * wanted);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    if (wanted === 3) pixels.fill(data[pixel * channels] ?? 0, pixel * 3, pixel * 3 + 3);
    else {
      const at = pixel * channels;
      pixels[pixel] = Math.round(0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0));
    }
  }
  return { width, height, channels: wanted, data: pixels };
}

function wholeOf({ width, height }: Raster): Frame {
  return { left: 0, top: 0, width, height };
}

/** The largest part in the middle that has the wanted proportions. */
function coverFrame(raster: Raster, wanted: { readonly width: number; readonly height: number }): Frame {
  const scale = Math.min(raster.width / wanted.width, raster.height / wanted.height);
  const [width, height] = [wanted.width * scale, wanted.height * scale];
  return { left: (raster.width - width) / 2, top: (raster.height - height) / 2, width, height };
}

/** The whole picture in the middle, on the mean of its border. */
function padded(raster: Raster, wanted: { readonly width: number; readonly height: number }): Uint8Array<ArrayBuffer> {
  const scale = Math.min(wanted.width / raster.width, wanted.height / raster.height);
  const width = Math.max(1, Math.round(raster.width * scale));
  const height = Math.max(1, Math.round(raster.height * scale));
  const small = resample(raster, wholeOf(raster), { width, height });
  const { channels } = raster;
  const border = borderMean(raster);
  const pixels = Uint8Array.from(
    { length: wanted.width * wanted.height * channels },
    (_, at) => border[at % channels] ?? 0,
  );
  const [left, top] = [Math.floor((wanted.width - width) / 2), Math.floor((wanted.height - height) / 2)];
  for (let row = 0; row < height; row += 1) {
    const line = small.subarray(row * width * channels, (row + 1) * width * channels);
    pixels.set(line, ((top + row) * wanted.width + left) * channels);
  }
  return pixels;
}

function borderMean({ width, height, channels, data }: Raster): readonly number[] {
  const sums = new Array<number>(channels).fill(0);
  let count = 0;
  const add = (row: number, column: number): void => {
    for (let channel = 0; channel < channels; channel += 1) {
      sums[channel] = (sums[channel] ?? 0) + (data[(row * width + column) * channels + channel] ?? 0);
    }
    count += 1;
  };
  for (let column = 0; column < width; column += 1) [0, height - 1].forEach((row) => add(row, column));
  for (let row = 0; row < height; row += 1) [0, width - 1].forEach((column) => add(row, column));
  return sums.map((sum) => Math.round(sum / count));
}

/** For each wanted pixel along one axis: the first source pixel it takes from, and how much of each. */
interface Weights {
  readonly first: number;
  readonly shares: Float64Array;
}

/** First along rows, then along columns. */
function resample(
  raster: Raster,
  frame: Frame,
  wanted: { readonly width: number; readonly height: number },
): Uint8Array<ArrayBuffer> {
  const { width, channels, data } = raster;
  const across = axisWeights(frame.left, frame.width, { source: raster.width, wanted: wanted.width });
  const down = axisWeights(frame.top, frame.height, { source: raster.height, wanted: wanted.height });
  const top = down[0]?.first ?? 0;
  const last = down.at(-1);
  const bottom = last === undefined ? top : last.first + last.shares.length;
  const lineSize = wanted.width * channels;
  const lines = new Float64Array((bottom - top) * lineSize);
  for (let row = top; row < bottom; row += 1) {
    across.forEach(({ first, shares }, column) => {
      for (let channel = 0; channel < channels; channel += 1) {
        let sum = 0;
        let at = (row * width + first) * channels + channel;
        for (let share = 0; share < shares.length; share += 1, at += channels)
          sum += (shares[share] ?? 0) * (data[at] ?? 0);
        lines[(row - top) * lineSize + column * channels + channel] = sum;
      }
    });
  }
  const pixels = new Uint8Array(wanted.height * lineSize);
  down.forEach(({ first, shares }, row) => {
    for (let cell = 0; cell < lineSize; cell += 1) {
      let sum = 0;
      for (let share = 0; share < shares.length; share += 1) {
        sum += (shares[share] ?? 0) * (lines[(first - top + share) * lineSize + cell] ?? 0);
      }
      pixels[row * lineSize + cell] = Math.round(sum);
    }
  });
  return pixels;
}

/** A triangle as wide as a source pixel or a wanted one, whichever is larger, as Pillow's BILINEAR: smooth both ways. */
function axisWeights(
  start: number,
  length: number,
  { source, wanted }: { readonly source: number; readonly wanted: number },
): readonly Weights[] {
  const scale = length / wanted;
  const reach = Math.max(1, scale);
  return Array.from({ length: wanted }, (_, index) => {
    const centre = start + (index + 0.5) * scale;
    const first = Math.min(source - 1, Math.max(0, Math.floor(centre - reach + 0.5)));
    const end = Math.max(first + 1, Math.min(source, Math.ceil(centre + reach - 0.5)));
    const shares = Float64Array.from({ length: end - first }, (_, at) =>
      Math.max(0, 1 - Math.abs(first + at + 0.5 - centre) / reach),
    );
    const sum = shares.reduce((total, share) => total + share, 0);
    return { first, shares: sum > 0 ? shares.map((share) => share / sum) : Float64Array.from([1]) };
  });
}
