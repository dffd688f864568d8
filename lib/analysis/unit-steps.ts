import type { Bins, Reach, Shift, Spread, Window } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';
import { regionRead, type Region } from '@/lib/layers/reach';

/**
 * What is read of a layer. `rows` and `columns` hold 1 where a place is read, so that the gaps of dilated and strided
 * windows show; of layers read by several branches they are what all of them read together, axis by axis.
 */
export interface Seen {
  readonly rows: Uint8Array;
  readonly columns: Uint8Array;
  /** The rectangle around all windows as if the layers before went on beyond their borders. */
  readonly window: Region;
  /** False behind a layer that reorders its places: which ones are read is not told, so all are marked. */
  readonly isCertain: boolean;
}

export function emptySeen([rows, columns]: Pair, window: Region): Seen {
  return { rows: new Uint8Array(rows), columns: new Uint8Array(columns), window, isCertain: true };
}

export function seesAll([rows, columns]: Pair): Seen {
  const window: Region = { first: [0, 0], last: [rows - 1, columns - 1] };
  return { rows: new Uint8Array(rows).fill(1), columns: new Uint8Array(columns).fill(1), window, isCertain: true };
}

export function isSeen({ rows, columns }: Seen): boolean {
  return rows.includes(1) && columns.includes(1);
}

/** What is read of a layer's input, where `seen` is read of its output; `input`: its rows and columns. */
export function seenThrough(reach: Reach, seen: Seen, input: Pair): Seen {
  if (reach === 'rearranged') return { ...seesAll(input), isCertain: false };
  if (reach === 'everywhere' || reach === 'global') return { ...seesAll(input), isCertain: seen.isCertain };
  if (reach === 'pointwise') return samePlaces(seen, input);
  return {
    rows: axisRead(reach, { mask: seen.rows, input, axis: 0 }),
    columns: axisRead(reach, { mask: seen.columns, input, axis: 1 }),
    window: windowRead(reach, seen.window, input),
    isCertain: seen.isCertain,
  };
}

/** Both together; one that reads nothing but border adds nothing but its window. */
export function uniteSeen(a: Seen, b: Seen): Seen {
  const window = uniteRegions(a.window, b.window);
  const isCertain = a.isCertain && b.isCertain;
  if (!isSeen(a)) return { ...b, window, isCertain };
  if (!isSeen(b)) return { ...a, window, isCertain };
  return { rows: either(a.rows, b.rows), columns: either(a.columns, b.columns), window, isCertain };
}

/** An input with a single row or column is spread over all of the output's. */
function samePlaces({ rows, columns, window, isCertain }: Seen, input: Pair): Seen {
  const masks = [rows, columns].map((mask, axis) =>
    mask.length === input[axis] ? mask.slice() : new Uint8Array(input[axis] ?? 0).fill(1),
  );
  const isSpread = rows.length !== input[0] || columns.length !== input[1];
  const whole = seesAll(input);
  return {
    rows: masks[0] ?? whole.rows,
    columns: masks[1] ?? whole.columns,
    window: isSpread ? whole.window : window,
    isCertain,
  };
}

type PlacedReach = Window | Spread | Shift | Bins;

interface AxisSeen {
  readonly mask: Uint8Array;
  readonly input: Pair;
  readonly axis: 0 | 1;
}

function axisRead(reach: PlacedReach, { mask, input, axis }: AxisSeen): Uint8Array {
  const read = new Uint8Array(input[axis]);
  const step = 'kind' in reach ? 1 : reach.dilation[axis];
  const rangeOf = axisRanges(reach, input, axis);
  mask.forEach((isRead, at) => {
    if (isRead === 0) return;
    const [first, last] = rangeOf(at);
    // What lies outside the array is border; a typed array ignores it.
    for (let place = first; place <= last; place += step) if (place >= 0) read[place] = 1;
  });
  return read;
}

/** The first and last place that each place reads; windows and shifts are alike everywhere, so one is asked for all. */
function axisRanges(reach: PlacedReach, input: Pair, axis: 0 | 1): (at: number) => Pair {
  const ask = (at: number): Pair => {
    const region = regionRead(reach, input, axis === 0 ? [at, 0] : [0, at]);
    return region === null ? [0, -1] : [region.first[axis], region.last[axis]];
  };
  if ('kind' in reach && reach.kind !== 'shift') return ask;
  const stride = 'kind' in reach ? 1 : reach.stride[axis];
  const [first, last] = ask(0);
  return (at) => [first + at * stride, last + at * stride];
}

/** From the first place that the first of the window reads to the last that its last does. */
function windowRead(reach: PlacedReach, { first, last }: Region, input: Pair): Region {
  const [start, end] = [regionRead(reach, input, first), regionRead(reach, input, last)];
  return start && end ? { first: start.first, last: end.last } : { first, last };
}

function uniteRegions(a: Region, b: Region): Region {
  if (isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  return {
    first: [Math.min(a.first[0], b.first[0]), Math.min(a.first[1], b.first[1])],
    last: [Math.max(a.last[0], b.last[0]), Math.max(a.last[1], b.last[1])],
  };
}

function isEmpty({ first, last }: Region): boolean {
  return last[0] < first[0] || last[1] < first[1];
}

function either(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((value, index) => value | (b[index] ?? 0));
}
