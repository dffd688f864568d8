import fc from 'fast-check';
import { align, type Pairing } from '@/lib/analysis/compare/align';

/** What an alignment is worth by the rules, counted anew: the scores of pairs, less 1 for each run alone and 0.25 for each next. */
function worth(pairs: readonly Pairing[], score: (left: number, right: number) => number): number {
  return pairs.reduce((sum, [left, right], index) => {
    if (left !== null && right !== null) return sum + score(left, right);
    const before = pairs[index - 1];
    const goesOn = before !== undefined && (left === null ? before[0] === null : before[1] === null);
    return sum - (goesOn ? 0.25 : 1);
  }, 0);
}

/** Every way of laying two short sequences side by side. */
function everyAlignment(left: number, right: number): readonly (readonly Pairing[])[] {
  const from = (row: number, column: number): readonly (readonly Pairing[])[] => {
    if (row === left && column === right) return [[]];
    const next = (pair: Pairing, rest: readonly (readonly Pairing[])[]) => rest.map((pairs) => [pair, ...pairs]);
    return [
      ...(row < left && column < right ? next([row, column], from(row + 1, column + 1)) : []),
      ...(row < left ? next([row, null], from(row + 1, column)) : []),
      ...(column < right ? next([null, column], from(row, column + 1)) : []),
    ];
  };
  return from(0, 0);
}

const problems = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })).chain(([left, right]) =>
  fc.record({
    left: fc.constant(left),
    right: fc.constant(right),
    scores: fc.array(fc.integer({ min: -8, max: 12 }), { minLength: left * right, maxLength: left * right }),
  }),
);

describe('align', () => {
  it('is worth as much as the best of all alignments', () => {
    fc.assert(
      fc.property(problems, ({ left, right, scores }) => {
        const score = (row: number, column: number) => (scores[row * right + column] ?? 0) / 4;
        const best = Math.max(...everyAlignment(left, right).map((pairs) => worth(pairs, score)));
        expect(worth(align({ left, right, score }), score)).toBeCloseTo(best, 9);
      }),
    );
  });

  it('keeps the order of both and leaves nothing out', () => {
    fc.assert(
      fc.property(problems, ({ left, right, scores }) => {
        const pairs = align({ left, right, score: (row, column) => scores[row * right + column] ?? 0 });
        expect(pairs.flatMap(([row]) => (row === null ? [] : [row]))).toEqual([...Array(left).keys()]);
        expect(pairs.flatMap(([, column]) => (column === null ? [] : [column]))).toEqual([...Array(right).keys()]);
      }),
    );
  });

  it('puts what is alone on the left before what is alone on the right', () => {
    const pairs = align({ left: 2, right: 2, score: () => -100 });
    expect(pairs).toEqual([
      [0, null],
      [1, null],
      [null, 0],
      [null, 1],
    ]);
  });
});
