import { fail, succeed, type Result } from '@/lib/core/result';
import type { Target } from '@/lib/datasets/dataset';
import { naturally } from '@/lib/datasets/import/entry';
import type { ImportFailure, SkipReason } from '@/lib/datasets/import/import-problem';
import { MOST_CLASSES } from '@/lib/datasets/import/limits';
import type { TableTarget } from '@/lib/datasets/import/protocol';
import type { TargetColumn } from '@/lib/datasets/target-column';

/** Gathers a target row by row. */
export interface TargetBuilder {
  /** Checked before it is added, so that a row is in every column or in none. */
  check(row: readonly string[]): SkipReason | null;
  add(row: readonly string[]): void;
  finish(): Result<{ readonly target: Target; readonly column: TargetColumn }, ImportFailure>;
}

export interface TargetContext {
  /** Where a column stands in a row. */
  readonly placeOf: (name: string) => number;
  readonly numberOf: (cell: string) => number;
  readonly keptClasses: readonly string[] | null;
}

export function createTargetBuilder(target: TableTarget, context: TargetContext): TargetBuilder {
  switch (target.kind) {
    case 'classes':
      return classBuilder(target.column, context);
    case 'label-list':
      return listBuilder(target, context);
    case 'labels':
    case 'values':
      return numberBuilder(target, context);
  }
}

function classBuilder(name: string, { placeOf, keptClasses }: TargetContext): TargetBuilder {
  const place = placeOf(name);
  const kept = keptClasses === null ? null : new Set(keptClasses);
  const cells: number[] = [];
  const seen = new Map<string, number>();
  return {
    check(row) {
      const cell = row[place]?.trim() ?? '';
      if (cell === '') return 'missing-target';
      return kept !== null && !kept.has(cell) ? 'no-class' : null;
    },
    add(row) {
      const cell = row[place]?.trim() ?? '';
      const number = seen.get(cell) ?? seen.size;
      seen.set(cell, number);
      cells.push(number);
    },
    finish() {
      const names = [...seen.keys()];
      if (names.length < 2) return fail({ code: 'import/one-class', values: { name: names[0] ?? '' } });
      if (names.length > MOST_CLASSES) return tooMany(names.length);
      const sorted = [...names].sort(naturally);
      const order = names.map((cell) => sorted.indexOf(cell));
      return succeed({
        target: { kind: 'classes', name, classes: sorted },
        column: { kind: 'classes', width: sorted.length, classes: Uint16Array.from(cells, (cell) => order[cell] ?? 0) },
      });
    },
  };
}

function tooMany(count: number): Result<never, ImportFailure> {
  return fail({ code: 'import/too-many-classes', values: { count, most: MOST_CLASSES } });
}

function listBuilder(
  { column: name, separator }: { readonly column: string; readonly separator: string },
  { placeOf }: TargetContext,
): TargetBuilder {
  const place = placeOf(name);
  const rows: (readonly string[])[] = [];
  const seen = new Set<string>();
  return {
    check: (row) => (row[place] === undefined ? 'missing-target' : null),
    add(row) {
      const labels = (row[place] ?? '')
        .split(separator)
        .map((label) => label.trim())
        .filter((label) => label !== '');
      for (const label of labels) seen.add(label);
      rows.push(labels);
    },
    finish() {
      const labels = [...seen].sort(naturally);
      if (labels.length === 0) return fail({ code: 'import/one-class', values: { name: '' } });
      if (labels.length > MOST_CLASSES) return tooMany(labels.length);
      const places = new Map(labels.map((label, at) => [label, at]));
      const values = new Float32Array(rows.length * labels.length);
      rows.forEach((held, row) => {
        for (const label of held) values[row * labels.length + (places.get(label) ?? 0)] = 1;
      });
      return succeed({
        target: { kind: 'labels', name, labels },
        column: { kind: 'labels', width: labels.length, values },
      });
    },
  };
}

const TRUE = /^(1|1\.0+|true|yes|x)$/i;
const FALSE = /^(0|0\.0+|-1|false|no|)$/i;

function numberBuilder(
  { kind, columns }: { readonly kind: 'labels' | 'values'; readonly columns: readonly string[] },
  { placeOf, numberOf }: TargetContext,
): TargetBuilder {
  const places = columns.map(placeOf);
  const values: number[] = [];
  const read = (cell: string): number => {
    if (kind === 'values') return numberOf(cell);
    if (TRUE.test(cell.trim())) return 1;
    return FALSE.test(cell.trim()) ? 0 : Number.NaN;
  };
  return {
    check(row) {
      const cells = places.map((place) => row[place] ?? '');
      if (kind === 'values' && cells.some((cell) => cell.trim() === '')) return 'missing-target';
      return cells.every((cell) => Number.isFinite(read(cell))) ? null : 'not-a-number';
    },
    add(row) {
      for (const place of places) values.push(read(row[place] ?? ''));
    },
    finish() {
      if (columns.length === 0) return fail({ code: 'import/bad-options', values: { detail: 'targets' } });
      const name = columns.length === 1 ? (columns[0] ?? '') : kind;
      const column: TargetColumn = { kind, width: columns.length, values: Float32Array.from(values) };
      const target: Target = kind === 'labels' ? { kind, name, labels: columns } : { kind, name, columns };
      return succeed({ target, column });
    },
  };
}
