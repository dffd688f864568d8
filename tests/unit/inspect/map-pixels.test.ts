import { colourKernelPixels, mapPixels, overlayPixels, picturePixels } from '@/lib/inspect/map-pixels';
import { fullScale, signedScale } from '@/lib/inspect/normalise';
import { colourLookup, type Pixels } from '@/lib/inspect/paint-grid';
import { strongestCell } from '@/lib/inspect/strongest-cell';

const rgba = ({ data }: Pixels, at: number) => [...new Uint8ClampedArray(data.buffer).subarray(4 * at, 4 * at + 4)];
const grey = { levels: fullScale({ low: 0, high: 10 }), lookup: colourLookup('grey', 'light') };

describe('pixels', () => {
  it('of a map are one for each cell, from black at the lowest to white at the highest', () => {
    const pixels = mapPixels({ rows: 1, columns: 3, values: Float32Array.of(0, 4, 10) }, grey);
    expect([pixels.width, pixels.height]).toEqual([3, 1]);
    expect([0, 1, 2].map((at) => rgba(pixels, at))).toEqual([
      [0, 0, 0, 255],
      [102, 102, 102, 255],
      [255, 255, 255, 255],
    ]);
  });

  it('of an overlay are seen through, and nothing where the map does not reach', () => {
    const pixels = overlayPixels(Float32Array.of(10, Number.NaN), grey, { columns: 2, opacity: 0.6, isSigned: false });
    expect([rgba(pixels, 0), rgba(pixels, 1)]).toEqual([
      [255, 255, 255, 153],
      [0, 0, 0, 0],
    ]);
  });

  it('of an overlay with signs leave the picture clear at 0 and cover it more the further a value is from 0', () => {
    const signed = { levels: signedScale({ low: -8, high: 8 }), lookup: colourLookup('diverging', 'light') };
    const pixels = overlayPixels(Float32Array.of(0, 8, 2, -2), signed, { columns: 4, opacity: 0.5, isSigned: true });
    const [none, most, some, below] = [0, 1, 2, 3].map((at) => rgba(pixels, at)[3]);
    expect([none, most]).toEqual([0, 128]);
    // A quarter of the way, and so half as strong: level 160 of 128 to 255.
    expect(some).toBe(Math.round(255 * 0.5 * Math.sqrt(32 / 127)));
    expect(below).toBe(some);
  });

  it('of a picture are its colours, or its grey', () => {
    const colours = picturePixels({ shape: [1, 1, 3], values: Float32Array.of(1, 0.2, 0) });
    expect(rgba(colours, 0)).toEqual([255, 51, 0, 255]);
    const two = picturePixels({ shape: [1, 1, 2], values: Float32Array.of(1, 0) });
    expect(rgba(two, 0)).toEqual([128, 128, 128, 255]);
  });

  it('of a picture that leaves the unit scale go from its lowest to its highest', () => {
    const picture = picturePixels({ shape: [1, 3, 1], values: Float32Array.of(-2, 0, 2) });
    expect([0, 1, 2].map((at) => rgba(picture, at)[0])).toEqual([0, 128, 255]);
  });

  it('of a kernel on colours are grey at 0 and the furthest weight at an end', () => {
    const kernel = colourKernelPixels([0, 2, -2, 1, 0, 0], 2);
    expect([rgba(kernel, 0), rgba(kernel, 1)]).toEqual([
      [128, 255, 1, 255],
      [192, 128, 128, 255],
    ]);
  });
});

describe('the strongest cell', () => {
  const map = { rows: 2, columns: 3, values: Float32Array.of(1, 9, 3, 9, 5, Number.NaN) };

  it('is that of the largest value, the first of several', () => {
    expect(strongestCell(map)).toEqual([0, 1]);
  });

  it('is looked for in some rows and columns only', () => {
    expect(strongestCell(map, { rows: Uint8Array.of(0, 1), columns: Uint8Array.of(0, 1, 1) })).toEqual([1, 1]);
  });

  it('is the first that is allowed where nothing is a number', () => {
    const values = new Float32Array(6).fill(Number.NaN);
    expect(strongestCell({ ...map, values }, { rows: Uint8Array.of(0, 1), columns: Uint8Array.of(0, 0, 1) })).toEqual([
      1, 2,
    ]);
  });
});
