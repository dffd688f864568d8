import type { Shape } from '@/lib/core/tensor-type';
import type { Bins, Reach, Shift, Spread, Window } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';
import { effectiveSize, placedWindow } from '@/lib/layers/windows';

/** Places of an input, from `first` to `last` with both; outside the input they are border. `last` < `first`: none. */
export interface Region {
  readonly first: Pair;
  readonly last: Pair;
}

/** Rows and columns of a tensor: a sequence (length × features) is an image one pixel wide; a vector has no places. */
export function placesOf(shape: Shape): Pair | null {
  const [rows, columns] = shape;
  if (rows === undefined || shape.length === 1) return null;
  if (shape.length === 2) return [rows, 1];
  return shape.length === 3 && columns !== undefined ? [rows, columns] : null;
}

/**
 * The input places that one output place reads, border included; the gaps of a dilated window lie within. Null where
 * places are rearranged, so that no region stands for them. `input`: the input's rows and columns.
 */
export function regionRead(reach: Reach, input: Pair, place: Pair): Region | null {
  if (reach === 'rearranged') return null;
  if (reach === 'pointwise') return { first: place, last: place };
  if (reach === 'everywhere' || reach === 'global') return { first: [0, 0], last: [input[0] - 1, input[1] - 1] };
  const rows = axisRead(reach, input, { axis: 0, at: place[0] });
  const columns = axisRead(reach, input, { axis: 1, at: place[1] });
  return { first: [rows[0], columns[0]], last: [rows[1], columns[1]] };
}

interface At {
  readonly axis: 0 | 1;
  readonly at: number;
}

function axisRead(reach: Window | Spread | Shift | Bins, input: Pair, { axis, at }: At): Pair {
  if (!('kind' in reach)) {
    const first = at * reach.stride[axis] - placedWindow(reach, input).before[axis];
    return [first, first + effectiveSize(reach.size[axis], reach.dilation[axis]) - 1];
  }
  switch (reach.kind) {
    case 'shift':
      return [at + reach.by[axis], at + reach.by[axis]];
    case 'spread': {
      const last = at + reach.before[axis];
      return [Math.ceil((last - reach.size[axis] + 1) / reach.stride[axis]), Math.floor(last / reach.stride[axis])];
    }
    case 'bins': {
      const ratio = input[axis] / reach.output[axis];
      return [Math.floor(at * ratio), Math.ceil((at + 1) * ratio) - 1];
    }
  }
}
