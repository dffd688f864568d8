import type { ComparisonRow } from '@/lib/analysis/compare/compare-designs';

/** What stands in a line of the table: a row with its number, from 1, or several without a difference in one. */
export type TableItem =
  | { readonly kind: 'row'; readonly row: ComparisonRow; readonly number: number }
  | { readonly kind: 'fold'; readonly key: string; readonly count: number };

interface Folding {
  readonly folds: boolean;
  /** Keys of folds that have been opened: the first row's of each. */
  readonly unfolded: ReadonlySet<string>;
}

/** Rows in a row that differ in nothing become one line, unless it has been opened. */
export function foldRows(rows: readonly ComparisonRow[], { folds, unfolded }: Folding): readonly TableItem[] {
  const items: TableItem[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined) continue;
    const count = folds ? sameFrom(rows, index) : 0;
    if (count < 2 || unfolded.has(row.key)) {
      const numbers = Math.max(count, 1);
      rows.slice(index, index + numbers).forEach((each, offset) => {
        items.push({ kind: 'row', row: each, number: index + offset + 1 });
      });
      index += numbers - 1;
    } else {
      items.push({ kind: 'fold', key: row.key, count });
      index += count - 1;
    }
  }
  return items;
}

function sameFrom(rows: readonly ComparisonRow[], start: number): number {
  let end = start;
  while (rows[end]?.kind === 'same') end += 1;
  return end - start;
}
