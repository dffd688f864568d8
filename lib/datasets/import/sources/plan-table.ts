import { fail, succeed, type Result } from '@/lib/core/result';
import type { Target } from '@/lib/datasets/dataset';
import type { Entry } from '@/lib/datasets/import/entry';
import { cellNumber } from '@/lib/datasets/import/formats/csv';
import type { ImportFailure, SkippedFile, SkipReason } from '@/lib/datasets/import/import-problem';
import type { TableOptions } from '@/lib/datasets/import/protocol';
import type { ReadDependencies } from '@/lib/datasets/import/source-plan';
import { tableRows, type TableFiles, type TableRow } from '@/lib/datasets/import/sources/table-files';
import { createTargetBuilder } from '@/lib/datasets/import/sources/table-targets';
import type { TargetColumn } from '@/lib/datasets/target-column';

/** The rows that are kept, in the table's order. */
export interface PlannedRows {
  readonly targets: readonly [Target, ...Target[]];
  readonly columns: readonly TargetColumn[];
  /** Numbers of the rows in the table. */
  readonly rows: readonly number[];
  readonly names: readonly string[];
  readonly isTest: readonly boolean[];
  /** Of a table of pictures; empty otherwise. */
  readonly pictures: readonly Entry[];
  readonly skipped: readonly SkippedFile[];
}

export interface TablePlanning {
  readonly options: TableOptions;
  readonly keptClasses: readonly string[] | null;
  readonly pictureOf: (cell: string) => Entry | null;
  readonly deps: ReadDependencies;
}

/** Rows of classes that are left out are not told of: they were meant to be. */
const SILENT: SkipReason = 'no-class';

export async function planTable(
  table: TableFiles,
  planning: TablePlanning,
): Promise<Result<PlannedRows, ImportFailure>> {
  const { options, pictureOf } = planning;
  const placeOf = (name: string): number => table.names.indexOf(name);
  const used = [
    ...options.inputs,
    ...(options.fileColumn === null ? [] : [options.fileColumn]),
    ...targetColumns(options),
  ];
  const unknown = used.find((name) => placeOf(name) < 0);
  if (unknown !== undefined) return fail({ code: 'import/bad-options', values: { detail: unknown } });
  const numberOf = (cell: string): number => cellNumber(cell, table.delimiter);
  const builders = options.targets.map((target) =>
    createTargetBuilder(target, { placeOf, numberOf, keptClasses: planning.keptClasses }),
  );
  const inputs = options.inputs.map(placeOf);
  const filePlace = options.fileColumn === null ? -1 : placeOf(options.fileColumn);
  const kept = { rows: [] as number[], names: [] as string[], isTest: [] as boolean[], pictures: [] as Entry[] };
  const skipped: SkippedFile[] = [];

  /** A pixel is a byte: nothing is cut off in silence. */
  function isInput(value: number): boolean {
    return Number.isFinite(value) && (options.pixels === null || (value >= 0 && value <= 255));
  }

  function problemOf({ cells }: TableRow): SkipReason | null {
    if (cells.length !== table.names.length) return 'wrong-cell-count';
    if (filePlace >= 0 && pictureOf(cells[filePlace] ?? '') === null) return 'missing-picture';
    if (!inputs.every((place) => isInput(numberOf(cells[place] ?? '')))) return 'not-a-number';
    return builders.map((builder) => builder.check(cells)).find((reason) => reason !== null) ?? null;
  }

  for await (const row of tableRows(table, planning.deps)) {
    const reason = problemOf(row);
    if (reason === SILENT) continue;
    if (reason !== null) {
      skipped.push({ name: row.name, reason, detail: row.cells.slice(0, 3).join(', ').slice(0, 60) });
      continue;
    }
    for (const builder of builders) builder.add(row.cells);
    kept.rows.push(row.row);
    kept.names.push(filePlace < 0 ? row.name : (row.cells[filePlace] ?? ''));
    kept.isTest.push(row.isTest);
    const picture = filePlace < 0 ? null : pictureOf(row.cells[filePlace] ?? '');
    if (picture !== null) kept.pictures.push(picture);
  }
  const targets: Target[] = [];
  const columns: TargetColumn[] = [];
  for (const builder of builders) {
    const result = builder.finish();
    if (!result.ok) return kept.rows.length > 0 ? result : nothing(skipped);
    targets.push(result.value.target);
    columns.push(result.value.column);
  }
  const [first, ...others] = targets;
  if (first === undefined) return fail({ code: 'import/bad-options', values: { detail: 'targets' } });
  return succeed({ ...kept, targets: [first, ...others], columns, skipped });
}

function nothing(skipped: readonly SkippedFile[]): Result<never, ImportFailure> {
  return fail({ code: 'import/nothing-found', values: { skipped } });
}

function targetColumns({ targets }: TableOptions): readonly string[] {
  return targets.flatMap((target) =>
    target.kind === 'classes' || target.kind === 'label-list' ? [target.column] : target.columns,
  );
}
