import { fail, succeed, type Result } from '@/lib/core/result';
import type { Target } from '@/lib/datasets/dataset';
import type { ImportFailure } from '@/lib/datasets/import/import-problem';
import { MOST_CLASSES } from '@/lib/datasets/import/limits';
import { planClasses } from '@/lib/datasets/import/sources/class-plan';
import type { TargetColumn } from '@/lib/datasets/target-column';

export interface ArrayTarget {
  readonly target: Target;
  readonly column: TargetColumn;
  /** Numbers of the rows that are kept. */
  readonly samples: readonly number[];
}

/** `width` numbers for each sample, row by row. */
export function readTarget(
  values: Float64Array,
  {
    name,
    width,
    kind,
    keptClasses,
  }: {
    readonly name: string;
    readonly width: number;
    readonly kind: 'classes' | 'labels' | 'values';
    readonly keptClasses: readonly string[] | null;
  },
): Result<ArrayTarget, ImportFailure> {
  if (kind === 'classes') return readClasses(values, { name, width, keptClasses });
  const bad = values.findIndex((value) => (kind === 'labels' ? value !== 0 && value !== 1 : !Number.isFinite(value)));
  if (bad >= 0) {
    const row = Math.floor(bad / width) + 1;
    return fail({ code: 'import/not-a-number', values: { column: name, row, text: String(values[bad]) } });
  }
  const numbered = Array.from({ length: width }, (_, at) => (width === 1 ? name : `${name} ${at}`));
  const samples = Array.from({ length: values.length / width }, (_, row) => row);
  return succeed({
    target: kind === 'labels' ? { kind, name, labels: numbered } : { kind, name, columns: numbered },
    column: { kind, width, values: Float32Array.from(values) },
    samples,
  });
}

/** Whether every row has one 1 and else 0. */
export function isOneHot(values: ArrayLike<number>, width: number): boolean {
  if (width < 2) return false;
  for (let from = 0; from < values.length; from += width) {
    let ones = 0;
    for (let at = from; at < from + width; at += 1) {
      if (values[at] === 1) ones += 1;
      else if (values[at] !== 0) return false;
    }
    if (ones !== 1) return false;
  }
  return true;
}

function readClasses(
  values: Float64Array,
  {
    name,
    width,
    keptClasses,
  }: { readonly name: string; readonly width: number; readonly keptClasses: readonly string[] | null },
): Result<ArrayTarget, ImportFailure> {
  if (width > 1 && !isOneHot(values, width)) return fail({ code: 'import/bad-options', values: { detail: name } });
  const numbers =
    width === 1
      ? values
      : Float64Array.from({ length: values.length / width }, (_, row) =>
          values.subarray(row * width, (row + 1) * width).indexOf(1),
        );
  const bad = numbers.findIndex((value) => !Number.isInteger(value));
  if (bad >= 0) {
    return fail({ code: 'import/not-a-number', values: { column: name, row: bad + 1, text: String(numbers[bad]) } });
  }
  const distinct = [...new Set(numbers)].sort((a, b) => a - b);
  if (distinct.length > MOST_CLASSES) {
    return fail({ code: 'import/too-many-classes', values: { count: distinct.length, most: MOST_CLASSES } });
  }
  const places = new Map(distinct.map((value, place) => [value, place]));
  const labels = Uint16Array.from(numbers, (value) => places.get(value) ?? 0);
  const plan = planClasses(distinct.map(String), labels, keptClasses);
  if (!plan.ok) return plan;
  const { names, column, samples } = plan.value;
  return succeed({ target: { kind: 'classes', name, classes: names }, column, samples });
}
