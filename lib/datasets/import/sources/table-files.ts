import { baseName, extensionOf, type Entry } from '@/lib/datasets/import/entry';
import { csvRows, findDelimiter, type Delimiter } from '@/lib/datasets/import/formats/csv';
import { isTestName } from '@/lib/datasets/import/formats/idx';
import type { ReadDependencies } from '@/lib/datasets/import/source-plan';
import { columnNames, looksLikeHeader } from '@/lib/datasets/import/sources/table-columns';

/** A table over one or several files with the same columns. */
export interface TableFiles {
  readonly files: readonly Entry[];
  readonly delimiter: Delimiter;
  readonly hasHeader: boolean;
  /** Whether the first row could be either. */
  readonly isHeaderClear: boolean;
  readonly names: readonly string[];
  /** Some are to test on and some are not. */
  readonly hasTest: boolean;
}

export interface TableRow {
  readonly cells: readonly string[];
  /** Of all rows of all files, from 0, without headers. */
  readonly row: number;
  readonly isTest: boolean;
  /** "flowers.csv:17", counting lines of values from 1. */
  readonly name: string;
}

const ROWS_LOOKED_AT = 50;

export function isTableName(path: string): boolean {
  return ['csv', 'tsv', 'tab'].includes(extensionOf(path));
}

export async function openTable(files: readonly Entry[], hasHeader: boolean | undefined): Promise<TableFiles | null> {
  const [first] = files;
  if (first === undefined) return null;
  const source = await first.open();
  const delimiter = await findDelimiter(source);
  const rows: (readonly string[])[] = [];
  for await (const some of csvRows(source, delimiter)) {
    rows.push(...some.slice(0, ROWS_LOOKED_AT));
    if (rows.length >= ROWS_LOOKED_AT) break;
  }
  const [top, ...below] = rows;
  if (top === undefined) return null;
  const guess = looksLikeHeader(top, below, delimiter);
  const isHeader = hasHeader ?? guess;
  const tests = files.filter(({ path }) => isTestName(path)).length;
  return {
    files,
    delimiter,
    hasHeader: isHeader,
    isHeaderClear: hasHeader !== undefined || guess || top.every((cell) => !Number.isNaN(Number(cell))),
    names: columnNames(isHeader ? top : null, top.length),
    hasTest: tests > 0 && tests < files.length,
  };
}

/** Every row of every file, in order. */
export async function* tableRows(table: TableFiles, deps: ReadDependencies): AsyncGenerator<TableRow> {
  const total = table.files.reduce((sum, { size }) => sum + size, 0);
  let row = 0;
  let before = 0;
  for (const entry of table.files) {
    const source = await entry.open();
    const isTest = table.hasTest && isTestName(entry.path);
    let number = 0;
    let isFirst = table.hasHeader;
    let read = 0;
    const counted = {
      size: source.size,
      read: (from: number, to: number) => {
        read = to;
        return source.read(from, to);
      },
    };
    for await (const rows of csvRows(counted, table.delimiter)) {
      await deps.breathe(before + read, total);
      for (const cells of rows) {
        if (isFirst) {
          isFirst = false;
          continue;
        }
        number += 1;
        yield { cells, row, isTest, name: `${baseName(entry.path)}:${number}` };
        row += 1;
      }
    }
    before += source.size;
  }
}
