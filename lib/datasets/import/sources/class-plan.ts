import { fail, succeed, type Result } from '@/lib/core/result';
import type { ImportFailure } from '@/lib/datasets/import/import-problem';
import { MOST_CLASSES } from '@/lib/datasets/import/limits';
import type { FoundClass, Unclear } from '@/lib/datasets/import/protocol';
import type { TargetColumn } from '@/lib/datasets/target-column';

/** Of samples that each belong to one class: which are kept, and their classes counted anew. */
export interface ClassPlan {
  readonly names: readonly string[];
  /** Numbers of the samples in the source. */
  readonly samples: readonly number[];
  readonly column: TargetColumn;
}

/** `labels` are indices into `names`; classes outside of `kept` are left out, and so are empty ones. */
export function planClasses(
  names: readonly string[],
  labels: ArrayLike<number>,
  kept: readonly string[] | null,
): Result<ClassPlan, ImportFailure> {
  const counts = new Array<number>(names.length).fill(0);
  for (let sample = 0; sample < labels.length; sample += 1) {
    const label = labels[sample] ?? 0;
    counts[label] = (counts[label] ?? 0) + 1;
  }
  const wanted = names.map((name, label) => (counts[label] ?? 0) > 0 && (kept === null || kept.includes(name)));
  const left = names.filter((_, label) => wanted[label]);
  const [only] = left;
  if (left.length < 2) return fail({ code: 'import/one-class', values: { name: only ?? '' } });
  if (left.length > MOST_CLASSES) {
    return fail({ code: 'import/too-many-classes', values: { count: left.length, most: MOST_CLASSES } });
  }
  let next = 0;
  const renumbered = wanted.map((isWanted) => (isWanted ? next++ : -1));
  const samples: number[] = [];
  for (let sample = 0; sample < labels.length; sample += 1) {
    if ((renumbered[labels[sample] ?? 0] ?? -1) >= 0) samples.push(sample);
  }
  const classes = Uint16Array.from(samples, (sample) => renumbered[labels[sample] ?? 0] ?? 0);
  return succeed({ names: left, samples, column: { kind: 'classes', width: left.length, classes } });
}

export function countClasses(
  names: readonly string[],
  labels: ArrayLike<number>,
  isTest: (sample: number) => boolean,
): readonly FoundClass[] {
  const training = new Array<number>(names.length).fill(0);
  const test = new Array<number>(names.length).fill(0);
  for (let sample = 0; sample < labels.length; sample += 1) {
    const counts = isTest(sample) ? test : training;
    const label = labels[sample] ?? 0;
    counts[label] = (counts[label] ?? 0) + 1;
  }
  return names.map((name, label) => ({ name, training: training[label] ?? 0, test: test[label] ?? 0 }));
}

export function unclearClasses(classes: readonly FoundClass[]): readonly Unclear[] {
  const filled = classes.filter(({ training, test }) => training + test > 0).length;
  return [...(filled < 2 ? ['one-class' as const] : []), ...(filled < classes.length ? ['empty-class' as const] : [])];
}
