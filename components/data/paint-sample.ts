import type { Shape } from '@/lib/core/tensor-type';

export type SampleValues = Uint8Array | Float32Array;

/** How large a sample is when it is shown, in its own pixels: a row of numbers is one line of them. */
export function shownSize(shape: Shape): { readonly width: number; readonly height: number } {
  const [rows = 1, columns = 1] = shape.length < 2 ? [1, ...shape] : shape;
  return { width: columns, height: rows };
}

/** RGBA of a sample: bytes as they are, other numbers from the least (black) to the greatest (white) of the sample. */
export function paintSample(values: SampleValues, shape: Shape): Uint8ClampedArray<ArrayBuffer> {
  const { width, height } = shownSize(shape);
  const rgba = new Uint8ClampedArray(width * height * 4);
  const channels = Math.max(1, Math.floor(values.length / (width * height)));
  const isColour = channels === 3;
  const toByte = values instanceof Uint8Array ? (value: number) => value : stretched(values);
  for (let at = 0; at < width * height; at += 1) {
    for (let colour = 0; colour < 3; colour += 1) {
      rgba[at * 4 + colour] = toByte(values[at * channels + (isColour ? colour : 0)] ?? 0);
    }
    rgba[at * 4 + 3] = 255;
  }
  return rgba;
}

/** Values within [0, 1], as pictures usually are, keep their brightness. */
function stretched(values: Float32Array): (value: number) => number {
  let [least, most] = [0, 1];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return (value) => (255 * (value - least)) / (most - least);
}
