import type { Bins, Reach, Shift, Spread, Window } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';
import { effectiveSize, placedWindow } from '@/lib/layers/windows';

/** Along one axis, in places of the input: how many the widest unit reads, how far the next lies, the first's centre. */
export interface Step {
  readonly width: number;
  readonly stride: number;
  readonly centre: number;
}

export function stepThrough(reach: Window | Spread | Shift | Bins, input: Pair, axis: 0 | 1): Step {
  if (!('kind' in reach)) {
    const extent = effectiveSize(reach.size[axis], reach.dilation[axis]) - 1;
    const { before } = placedWindow(reach, input);
    return { width: extent + 1, stride: reach.stride[axis], centre: extent / 2 - before[axis] };
  }
  switch (reach.kind) {
    case 'shift':
      return { width: 1, stride: 1, centre: reach.by[axis] };
    case 'spread': {
      const [size, stride, before] = [reach.size[axis], reach.stride[axis], reach.before[axis]];
      return { width: Math.ceil(size / stride), stride: 1 / stride, centre: (before - (size - 1) / 2) / stride };
    }
    case 'bins': {
      const ratio = input[axis] / reach.output[axis];
      const widths = Array.from(
        { length: reach.output[axis] },
        (_, at) => Math.ceil((at + 1) * ratio) - Math.floor(at * ratio),
      );
      return { width: Math.max(...widths), stride: ratio, centre: (ratio - 1) / 2 };
    }
  }
}

/** Down and across; null where a unit reads no certain places, or all of them. */
export function stepsThrough(reach: Reach, input: Pair | null): readonly [Step, Step] | null {
  if (typeof reach !== 'object' || input === null) return null;
  return [stepThrough(reach, input, 0), stepThrough(reach, input, 1)];
}
