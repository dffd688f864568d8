/** A place in each of two sequences that stand side by side; null where one of them has nothing there. */
export type Pairing = readonly [left: number | null, right: number | null];

export interface Alignment {
  readonly left: number;
  readonly right: number;
  /** How much it is worth to put these two side by side. */
  readonly score: (left: number, right: number) => number;
}

/** What it costs to leave elements without a counterpart: much for the first in a row, little for each next one. */
const OPEN = 1;
const EXTEND = 0.25;

/** What a cell was reached from; two bits each for its three ways of ending. */
type Way = 0 | 1 | 2;
const PAIRED: Way = 0;
const LEFT_ALONE: Way = 1;
const RIGHT_ALONE: Way = 2;

/**
 * The way of laying two sequences side by side that is worth most: global alignment with affine gaps. Needleman & Wunsch,
 * "A general method applicable to the search for similarities in the amino acid sequence of two proteins", 1970; Gotoh,
 * "An improved algorithm for matching biological sequences", 1982. Among equals, pairs come before gaps, and what is
 * alone on the left before what is alone on the right.
 */
export function align({ left, right, score }: Alignment): readonly Pairing[] {
  const width = right + 1;
  const ways = new Uint8Array((left + 1) * width);
  let above = createLine(width);
  let line = createLine(width);
  firstLine(above, ways);
  for (let row = 1; row <= left; row += 1) {
    line.paired[0] = -Infinity;
    line.right[0] = -Infinity;
    line.left[0] = -OPEN - EXTEND * (row - 1);
    ways[row * width] = LEFT_ALONE << 2;
    for (let column = 1; column < width; column += 1) {
      const [onPaired, onLeft, onRight] = [
        above.paired[column] ?? 0,
        above.left[column] ?? 0,
        above.right[column] ?? 0,
      ];
      const leftWay = best(onPaired - OPEN, onLeft - EXTEND, onRight - OPEN);
      line.left[column] = Math.max(onPaired - OPEN, onLeft - EXTEND, onRight - OPEN);

      const [byPaired, byLeft, byRight] = [
        line.paired[column - 1] ?? 0,
        line.left[column - 1] ?? 0,
        line.right[column - 1] ?? 0,
      ];
      const rightWay = best(byPaired - OPEN, byLeft - OPEN, byRight - EXTEND);
      line.right[column] = Math.max(byPaired - OPEN, byLeft - OPEN, byRight - EXTEND);

      const before = column - 1;
      const [paired, alone, other] = [above.paired[before] ?? 0, above.left[before] ?? 0, above.right[before] ?? 0];
      line.paired[column] = score(row - 1, before) + Math.max(paired, alone, other);
      ways[row * width + column] = best(paired, alone, other) | (leftWay << 2) | (rightWay << 4);
    }
    [above, line] = [line, above];
  }
  const end = best(above.paired[right] ?? 0, above.left[right] ?? 0, above.right[right] ?? 0);
  return traceBack(ways, { left, right, end });
}

interface Line {
  /** Worth of the best way that ends with a pair, with a left element alone, with a right one alone. */
  readonly paired: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
}

function createLine(width: number): Line {
  return { paired: new Float64Array(width), left: new Float64Array(width), right: new Float64Array(width) };
}

function firstLine({ paired, left, right }: Line, ways: Uint8Array): void {
  paired.fill(-Infinity);
  paired[0] = 0;
  left.fill(-Infinity);
  right[0] = -Infinity;
  for (let column = 1; column < paired.length; column += 1) {
    right[column] = -OPEN - EXTEND * (column - 1);
    ways[column] = (column === 1 ? PAIRED : RIGHT_ALONE) << 4;
  }
}

function best(paired: number, left: number, right: number): Way {
  if (paired >= left && paired >= right) return PAIRED;
  return left > right ? LEFT_ALONE : RIGHT_ALONE;
}

interface End {
  readonly left: number;
  readonly right: number;
  readonly end: Way;
}

function traceBack(ways: Uint8Array, { left, right, end }: End): readonly Pairing[] {
  const pairs: Pairing[] = [];
  let [row, column, way]: [number, number, number] = [left, right, end];
  while (row > 0 || column > 0) {
    const cell = ways[row * (right + 1) + column] ?? 0;
    const ending = column === 0 ? LEFT_ALONE : row === 0 ? RIGHT_ALONE : way;
    way = (cell >> (2 * ending)) & 3;
    if (ending !== RIGHT_ALONE) row -= 1;
    if (ending !== LEFT_ALONE) column -= 1;
    pairs.push([ending === RIGHT_ALONE ? null : row, ending === LEFT_ALONE ? null : column]);
  }
  return pairs.reverse();
}
