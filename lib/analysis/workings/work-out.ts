import type { Arithmetic } from '@/lib/layers/arithmetic';
import { evaluate, type Leaves } from '@/lib/layers/evaluate';

/** A number that an output cell is made of, where it stands. */
export type Leaf =
  | { readonly kind: 'input'; readonly input: number; readonly cell: readonly number[] }
  | { readonly kind: 'weight'; readonly name: string; readonly cell: readonly number[] };

/** A piece of the working's text; `leaf` where it is a number out of a table. */
export interface Piece {
  readonly text: string;
  readonly leaf: Leaf | null;
}

export interface Working {
  /** The whole calculation with numbers for names; null where it is too long to be read. */
  readonly pieces: readonly Piece[] | null;
  readonly value: number;
  /** Every number it reads, each once. */
  readonly leaves: readonly Leaf[];
  readonly operations: number;
}

/** A calculation of more numbers than this is only named by how many there are. */
const MOST_LEAVES = 64;

/** How an output cell comes about from the numbers in the tables. `format` writes a number for people. */
export function workOut(arithmetic: Arithmetic, leaves: Leaves, format: (value: number) => string): Working {
  const read = readLeaves(arithmetic, leaves);
  return {
    pieces: read.count > MOST_LEAVES ? null : print(arithmetic, { leaves, format }, 0),
    value: evaluate(arithmetic, leaves),
    leaves: [...read.found.values()],
    operations: read.operations,
  };
}

function readLeaves(arithmetic: Arithmetic, leaves: Leaves) {
  const found = new Map<string, Leaf>();
  let [count, operations] = [0, 0];
  const visit = (of: Arithmetic): void => {
    const leaf = leafOf(of, leaves);
    if (leaf !== null) {
      count += 1;
      found.set(leafKey(leaf), leaf);
    }
    const inner = termsOf(of);
    operations += inner.length > 1 ? inner.length - 1 : inner.length;
    inner.forEach(visit);
  };
  visit(arithmetic);
  return { found, count, operations };
}

export function leafKey(leaf: Leaf): string {
  return `${leaf.kind === 'input' ? `input ${leaf.input}` : `weight ${leaf.name}`} ${leaf.cell.join(',')}`;
}

function leafOf(of: Arithmetic, leaves: Leaves): Leaf | null {
  switch (of.op) {
    case 'input':
      return { kind: 'input', input: of.input, cell: of.cell };
    case 'weight':
      return { kind: 'weight', name: of.name, cell: of.cell };
    case 'lookup':
      return { kind: 'weight', name: of.name, cell: [Math.round(evaluate(of.row, leaves)), ...of.cell] };
    default:
      return null;
  }
}

/** What an operation is done on. */
export function termsOf(of: Arithmetic): readonly Arithmetic[] {
  switch (of.op) {
    case 'input':
    case 'weight':
    case 'constant':
      return [];
    case 'lookup':
      return [of.row];
    case 'sum':
    case 'product':
    case 'maximum':
    case 'minimum':
      return of.terms;
    case 'quotient':
      return [of.dividend, of.divisor];
    case 'power':
      return [of.base];
    default:
      return [of.of];
  }
}

interface Printing {
  readonly leaves: Leaves;
  readonly format: (value: number) => string;
}

/** How tightly an operation binds: a term of a tighter one goes in parentheses. */
const BINDS = { sum: 1, product: 2, quotient: 2, negate: 2, power: 3 } as const;

function print(of: Arithmetic, printing: Printing, outer: number): readonly Piece[] {
  const number = (value: number, leaf: Leaf | null): readonly Piece[] => [
    { text: value < 0 && outer > 0 ? `(${printing.format(value)})` : printing.format(value), leaf },
  ];
  const leaf = leafOf(of, printing.leaves);
  if (leaf !== null) return number(evaluate(of, printing.leaves), leaf);
  switch (of.op) {
    case 'constant':
      return number(of.value, null);
    case 'sum':
      return wrapped(printSum(of.terms, printing), outer > BINDS.sum);
    case 'product':
      return wrapped(
        separated(of.terms, ' · ', (term) => print(term, printing, BINDS.product)),
        outer > BINDS.product,
      );
    case 'quotient': {
      const parts = [of.dividend, of.divisor];
      return wrapped(
        separated(parts, ' / ', (part) => print(part, printing, BINDS.quotient + 1)),
        outer > BINDS.quotient,
      );
    }
    case 'negate':
      return wrapped([plain('−'), ...print(of.of, printing, BINDS.negate + 1)], outer > BINDS.sum);
    case 'power':
      return wrapped(
        [...print(of.base, printing, BINDS.power + 1), plain(`^${printing.format(of.exponent)}`)],
        outer > BINDS.power,
      );
    case 'sqrt':
      return [plain('√('), ...print(of.of, printing, 0), plain(')')];
    case 'log':
      return [plain('ln('), ...print(of.of, printing, 0), plain(')')];
    case 'maximum':
    case 'minimum':
      return [
        plain(of.op === 'maximum' ? 'max(' : 'min('),
        ...separated(of.terms, ', ', (term) => print(term, printing, 0)),
        plain(')'),
      ];
    case 'exp':
    case 'tanh':
    case 'erf':
      return [plain(`${of.op}(`), ...print(of.of, printing, 0), plain(')')];
    default:
      return [];
  }
}

/** A term that is taken away is written with a minus. */
function printSum(terms: readonly Arithmetic[], printing: Printing): readonly Piece[] {
  return terms.flatMap((term, index) => {
    const isTakenAway = term.op === 'negate' && index > 0;
    const sign = index === 0 ? [] : [plain(isTakenAway ? ' − ' : ' + ')];
    return [...sign, ...print(isTakenAway ? term.of : term, printing, isTakenAway ? BINDS.product : BINDS.sum)];
  });
}

function separated<T>(items: readonly T[], between: string, each: (item: T) => readonly Piece[]): readonly Piece[] {
  return items.flatMap((item, index) => (index === 0 ? each(item) : [plain(between), ...each(item)]));
}

function wrapped(pieces: readonly Piece[], inParentheses: boolean): readonly Piece[] {
  return inParentheses ? [plain('('), ...pieces, plain(')')] : pieces;
}

function plain(text: string): Piece {
  return { text, leaf: null };
}
