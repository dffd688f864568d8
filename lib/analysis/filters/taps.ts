import type { Reach } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';
import { placedWindow } from '@/lib/layers/windows';

/** Where the weights of a filter lie on what it reads. */
export interface Taps {
  /** Rows and columns of weights. */
  readonly size: Pair;
  /**
   * The row (axis 0) or column (axis 1) of the input that the weight number `tap` meets for the output place `at`; it may
   * lie outside the input. Null: none.
   */
  place(axis: 0 | 1, at: number, tap: number): number | null;
}

/** Null for what is read in no fixed pattern. `input`: rows and columns of what is read. */
export function tapsOf(reach: Reach, input: Pair): Taps | null {
  if (reach === 'pointwise') return { size: [1, 1], place: (_axis, at) => at };
  if (reach === 'global') return { size: input, place: (_axis, _at, tap) => tap };
  if (typeof reach === 'string') return null;
  if (!('kind' in reach)) {
    const { before } = placedWindow(reach, input);
    const { size, stride, dilation } = reach;
    return { size, place: (axis, at, tap) => at * stride[axis] - before[axis] + tap * dilation[axis] };
  }
  if (reach.kind !== 'spread') return null;
  const { size, stride, before } = reach;
  return {
    size,
    place(axis, at, tap) {
      const from = (at + before[axis] - tap) / stride[axis];
      return Number.isInteger(from) ? from : null;
    },
  };
}

/**
 * Output places along an axis that between them meet as many of the weights as any do, the middle first: one place alone
 * where a whole window fits on the input.
 */
export function placesToAsk(
  taps: Taps,
  axis: 0 | 1,
  { input, output }: { readonly input: number; readonly output: number },
): readonly number[] {
  const middle = output >> 1;
  const places = Array.from({ length: output }, (_, place) => place).sort(
    (a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b,
  );
  const met = new Set<number>();
  return places.filter((at) => {
    if (met.size === taps.size[axis]) return false;
    const before = met.size;
    for (let tap = 0; tap < taps.size[axis]; tap += 1) {
      const place = taps.place(axis, at, tap);
      if (place !== null && place >= 0 && place < input) met.add(tap);
    }
    return met.size > before;
  });
}
