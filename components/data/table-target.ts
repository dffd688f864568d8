import type { FoundColumn, TableOptions, TableTarget } from '@/lib/datasets/import/protocol';

export type TargetKind = TableTarget['kind'];

/** The columns that a target is read from. */
export function targetColumns(target: TableTarget): readonly string[] {
  return target.kind === 'classes' || target.kind === 'label-list' ? [target.column] : target.columns;
}

/** A target of another kind, from the columns of the old one as far as they will do. */
export function withKind(kind: TargetKind, old: TableTarget, columns: readonly FoundColumn[]): TableTarget {
  const before = targetColumns(old);
  const numbers = columns.filter((column) => column.kind === 'number').map(({ name }) => name);
  const last = columns.at(-1)?.name ?? '';
  const fitting = before.filter((name) => numbers.includes(name));
  switch (kind) {
    case 'classes':
      return { kind, column: before[0] ?? last };
    case 'label-list':
      return { kind, column: before[0] ?? last, separator: '|' };
    case 'values':
      return { kind, columns: fitting.length > 0 ? fitting : numbers.slice(-1) };
    case 'labels': {
      const isFlag = ({ kind: type, distinct }: FoundColumn) => type === 'number' && distinct <= 2;
      const flags = columns.filter(isFlag).map(({ name }) => name);
      return { kind, columns: flags.length > 0 ? flags : fitting };
    }
  }
}

/** The target changed: its columns are no input any more, and those that it let go of are one again. */
export function withTarget(table: TableOptions, target: TableTarget, columns: readonly FoundColumn[]): TableOptions {
  const taken = new Set(targetColumns(target));
  // The inputs of pictures are exactly their pixels; a table of pictures has none.
  const isOpen = table.pixels === null && table.fileColumn === null;
  const freed = isOpen ? table.targets.flatMap(targetColumns) : [];
  const wanted = new Set([...table.inputs, ...freed]);
  const inputs = columns
    .filter(({ name, kind }) => wanted.has(name) && !taken.has(name) && kind === 'number')
    .map(({ name }) => name);
  return { ...table, targets: [target], inputs };
}
