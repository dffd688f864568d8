import type { Shape } from '@/lib/core/tensor-type';

export interface SmallMap {
  /** [height, width, 1], [positions, 1] or [units]. */
  readonly shape: Shape;
  readonly values: Float32Array;
}

/**
 * A map at most `size` high and wide, with its proportions: each pixel is the mean of the area it stands for. One that is
 * small enough stays as it is; of a vector and a sequence the first axis is the one that shrinks.
 */
export function scaledDown({ shape, values }: SmallMap, size: number): SmallMap {
  const isPicture = shape.length === 3;
  const [height, width] = isPicture ? [shape[0] ?? 1, shape[1] ?? 1] : [shape[0] ?? 1, 1];
  const factor = Math.min(1, size / Math.max(height, width));
  if (factor === 1) return { shape, values };
  const rows = Math.max(1, Math.round(height * factor));
  const columns = Math.max(1, Math.round(width * factor));
  const low = areaMeans(values, { before: 1, from: height, to: rows, after: width });
  const small = areaMeans(low, { before: rows, from: width, to: columns, after: 1 });
  return { shape: isPicture ? [rows, columns, 1] : [rows, ...shape.slice(1)], values: small };
}

/** The axes before and after the one that goes from `from` to `to` cells, each taken together. */
interface Shrinking {
  readonly before: number;
  readonly from: number;
  readonly to: number;
  readonly after: number;
}

/** A cell takes of each that it covers, wholly or in part, as much as it covers of it. */
function areaMeans(values: Float32Array, { before, from, to, after }: Shrinking): Float32Array {
  if (from === to) return values;
  const result = new Float32Array(before * to * after);
  const length = from / to;
  for (let cell = 0; cell < to; cell += 1) {
    const [start, end] = [cell * length, (cell + 1) * length];
    for (let at = Math.floor(start); at < Math.min(from, Math.ceil(end)); at += 1) {
      const share = (Math.min(end, at + 1) - Math.max(start, at)) / length;
      for (let block = 0; block < before; block += 1) {
        const [into, of] = [(block * to + cell) * after, (block * from + at) * after];
        for (let place = 0; place < after; place += 1) {
          result[into + place] = (result[into + place] ?? 0) + share * (values[of + place] ?? 0);
        }
      }
    }
  }
  return result;
}
