import { cellNumber, type Delimiter } from '@/lib/datasets/import/formats/csv';
import type { FoundColumn, TableOptions, TableTarget } from '@/lib/datasets/import/protocol';

const MOST_DISTINCT = 1000;
const EXAMPLES = 5;
/** A column of whole numbers with more values than this is taken for something measured, not for classes. */
const MOST_NUMBER_CLASSES = 20;
const TARGET_NAME = /^(label|labels|class|target|y|category|species|outcome|tags?)$/i;
/** A few columns of numbers that make a square are features. */
const LEAST_PIXELS = 64;

/** Gathers what a column holds, cell by cell. */
export interface ColumnLook {
  add(cell: string): void;
  result(name: string): FoundColumn & { readonly isBytes: boolean };
}

export function lookAtColumn(delimiter: Delimiter): ColumnLook {
  const distinct = new Set<string>();
  const examples: string[] = [];
  let isNumber = true;
  let isBytes = true;
  return {
    add(cell) {
      if (distinct.size < MOST_DISTINCT) distinct.add(cell);
      if (examples.length < EXAMPLES) examples.push(cell.slice(0, 100));
      if (!isNumber || cell.trim() === '') return;
      const value = cellNumber(cell, delimiter);
      isNumber = !Number.isNaN(value);
      isBytes = isBytes && isNumber && Number.isInteger(value) && value >= 0 && value <= 255;
    },
    result: (name) => ({
      name,
      kind: isNumber ? 'number' : 'text',
      distinct: distinct.size,
      examples,
      isBytes: isBytes && isNumber,
    }),
  };
}

/** A first row of words above a row of numbers, or words that are not what the column holds. */
export function looksLikeHeader(
  first: readonly string[],
  rows: readonly (readonly string[])[],
  delimiter: Delimiter,
): boolean {
  const isText = (cell: string | undefined): boolean => cell !== undefined && Number.isNaN(cellNumber(cell, delimiter));
  if (first.some((cell) => cell.trim() === '')) return false;
  const hasNumbersBelow = first.some((cell, column) => isText(cell) && rows.some((row) => !isText(row[column])));
  if (hasNumbersBelow)
    return first.every((cell) => isText(cell)) || first.some((cell) => TARGET_NAME.test(cell.trim()));
  if (first.some((cell) => TARGET_NAME.test(cell.trim()))) return true;
  return first.every(isText) &&
    first.every((cell, column) => rows.every((row) => row[column] !== cell)) &&
    rows.length > 0
    ? new Set(first).size === first.length &&
        first.every((cell) => /^[\p{L}_][\p{L}\p{N}_ .-]{0,40}$/u.test(cell.trim()))
    : false;
}

/** Names for people: those of the header, made different where two are alike. */
export function columnNames(header: readonly string[] | null, count: number): readonly string[] {
  const used = new Set<string>();
  return Array.from({ length: count }, (_, column) => {
    const wanted = header?.[column]?.trim() || `column ${column + 1}`;
    let name = wanted;
    for (let copy = 2; used.has(name); copy += 1) name = `${wanted} (${copy})`;
    used.add(name);
    return name;
  });
}

/** What is most likely learned from what. `columns` as looked at; file names are in `fileColumn`. */
export function suggestTable(
  columns: readonly (FoundColumn & { readonly isBytes: boolean })[],
  { hasHeader, fileColumn }: { readonly hasHeader: boolean; readonly fileColumn: string | null },
): { readonly table: TableOptions; readonly isSure: boolean } | null {
  const candidates = columns.filter(({ name }) => name !== fileColumn);
  const named = candidates.find(({ name }) => TARGET_NAME.test(name));
  const asPixels = fileColumn === null ? pixelGuess(candidates, named) : null;
  const texts = candidates.filter(({ kind }) => kind === 'text');
  const target = asPixels?.target ?? named ?? texts.at(-1) ?? candidates.at(-1);
  if (target === undefined) return null;
  const inputs = candidates.filter((column) => column !== target && column.kind === 'number').map(({ name }) => name);
  const table: TableOptions = {
    hasHeader,
    inputs: fileColumn === null ? inputs : [],
    fileColumn,
    pixels: asPixels?.pixels ?? null,
    targets: [targetOf(target)],
  };
  return { table, isSure: named !== undefined || asPixels !== null };
}

/** Rows of bytes that make a square, and one more column: how MNIST is often passed on. */
function pixelGuess(
  columns: readonly (FoundColumn & { readonly isBytes: boolean })[],
  named: (FoundColumn & { readonly isBytes: boolean }) | undefined,
): { readonly target: FoundColumn; readonly pixels: readonly [number, number, number] } | null {
  const target = named ?? columns[0];
  const others = columns.filter((column) => column !== target);
  const side = Math.sqrt(others.length);
  const isPicture = others.length >= LEAST_PIXELS && Number.isInteger(side) && others.every(({ isBytes }) => isBytes);
  return isPicture && target !== undefined ? { target, pixels: [side, side, 1] } : null;
}

function targetOf({ name, kind, distinct, examples }: FoundColumn): TableTarget {
  const separator = ['|', ';'].find((mark) => examples.some((cell) => cell.includes(mark)));
  if (kind === 'text' && separator !== undefined) return { kind: 'label-list', column: name, separator };
  const isMeasured =
    kind === 'number' && (distinct > MOST_NUMBER_CLASSES || examples.some((cell) => /[.,]\d/.test(cell)));
  return isMeasured ? { kind: 'values', columns: [name] } : { kind: 'classes', column: name };
}
