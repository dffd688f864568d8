import { elementCount, type Shape } from '@/lib/core/tensor-type';

/** Rows down and columns to the right. */
export type Offset = readonly [rows: number, columns: number];

/** A picture (height × width × channels) moved by whole pixels; zeros come in where nothing was. */
export function shiftPicture(values: Float32Array, shape: Shape, [down, right]: Offset): Float32Array {
  const [height = 0, width = 0, channels = 0] = shape;
  const out = new Float32Array(elementCount(shape));
  const kept = width - Math.abs(right);
  if (kept <= 0) return out;
  for (let row = Math.max(0, down); row < Math.min(height, height + down); row += 1) {
    const from = ((row - down) * width + Math.max(0, -right)) * channels;
    out.set(values.subarray(from, from + kept * channels), (row * width + Math.max(0, right)) * channels);
  }
  return out;
}

/** An offset that leaves at least one row and one column of the picture to be seen. */
export function withinPicture([down, right]: Offset, [height = 1, width = 1]: Shape): Offset {
  return [clamp(down, height - 1), clamp(right, width - 1)];
}

function clamp(value: number, most: number): number {
  // Adding 0 makes −0 a 0.
  return Math.min(most, Math.max(-most, value)) + 0;
}

/**
 * Row and column of the centre of what is brighter than the picture's mean, in pixels (0.5: the middle of the first one);
 * null: nothing is.
 */
export function brightCentre(values: Float32Array, shape: Shape): readonly [number, number] | null {
  const [, width = 1, channels = 1] = shape;
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let [sum, rows, columns] = [0, 0, 0];
  values.forEach((value, at) => {
    const weight = Math.max(0, value - mean);
    const place = Math.floor(at / channels);
    sum += weight;
    rows += weight * (Math.floor(place / width) + 0.5);
    columns += weight * ((place % width) + 0.5);
  });
  return sum > 0 ? [rows / sum, columns / sum] : null;
}
