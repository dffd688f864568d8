import { emptySeen, isSeen, seenThrough, seesAll, uniteSeen, type Seen } from '@/lib/analysis/unit-steps';
import type { Reach } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';

const marked = (mask: Uint8Array) => [...mask].flatMap((value, index) => (value === 1 ? [index] : []));

function unit(places: Pair, [row, column]: Pair): Seen {
  const seen = emptySeen(places, { first: [row, column], last: [row, column] });
  seen.rows[row] = 1;
  seen.columns[column] = 1;
  return seen;
}

interface Expected {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly window: Seen['window'];
}

describe('what is read of an input', () => {
  // By hand: output place o of a transposed convolution gets from input i where 0 ≤ o + before − i·stride < size.
  it.each<[string, Reach, { places: Pair; at: Pair; input: Pair }, Expected]>([
    [
      'spread: stride 2, kernel 3, both taps that meet',
      { kind: 'spread', size: [3, 3], stride: [2, 2], before: [0, 0] },
      { places: [9, 9], at: [4, 3], input: [4, 4] },
      { rows: [1, 2], columns: [1], window: { first: [1, 1], last: [2, 1] } },
    ],
    [
      'spread: at the edge one tap lies before the first place',
      { kind: 'spread', size: [3, 3], stride: [2, 2], before: [0, 0] },
      { places: [9, 9], at: [0, 8], input: [4, 4] },
      { rows: [0], columns: [3], window: { first: [-1, 3], last: [0, 4] } },
    ],
    [
      'shift: zero padding of two',
      { kind: 'shift', by: [-2, -2] },
      { places: [8, 8], at: [3, 1], input: [4, 4] },
      { rows: [1], columns: [], window: { first: [1, -1], last: [1, -1] } },
    ],
    [
      'bins: seven places in three',
      { kind: 'bins', output: [3, 3] },
      { places: [3, 3], at: [1, 2], input: [7, 7] },
      { rows: [2, 3, 4], columns: [4, 5, 6], window: { first: [2, 4], last: [4, 6] } },
    ],
    [
      'everywhere',
      'everywhere',
      { places: [3, 3], at: [1, 2], input: [2, 3] },
      { rows: [0, 1], columns: [0, 1, 2], window: { first: [0, 0], last: [1, 2] } },
    ],
    [
      'pointwise from an input of one place, as in a product with one number per channel',
      'pointwise',
      { places: [3, 3], at: [1, 2], input: [1, 1] },
      { rows: [0], columns: [0], window: { first: [0, 0], last: [0, 0] } },
    ],
  ])('%s', (_, reach, { places, at, input }, expected) => {
    const seen = seenThrough(reach, unit(places, at), input);
    expect({ rows: marked(seen.rows), columns: marked(seen.columns), window: seen.window }).toEqual(expected);
    expect(seen.isCertain).toBe(true);
  });

  it('is all of it, and not certain, where places are reordered', () => {
    const seen = seenThrough('rearranged', unit([4, 4], [0, 0]), [2, 8]);
    expect([marked(seen.rows).length, marked(seen.columns).length, seen.isCertain]).toEqual([2, 8, false]);
    expect(seenThrough('everywhere', seen, [3, 3]).isCertain).toBe(false);
  });
});

describe('two branches', () => {
  it('are seen together, and one of border alone adds only its window', () => {
    const inside = unit([5, 5], [1, 1]);
    const border = emptySeen([5, 5], { first: [-1, 0], last: [-1, 0] });
    expect(isSeen(border)).toBe(false);
    const together = uniteSeen(inside, border);
    expect([marked(together.rows), marked(together.columns)]).toEqual([[1], [1]]);
    expect(together.window).toEqual({ first: [-1, 0], last: [1, 1] });
    expect(marked(uniteSeen(inside, unit([5, 5], [3, 1])).rows)).toEqual([1, 3]);
    expect(isSeen(uniteSeen(border, seesAll([5, 5])))).toBe(true);
  });
});
