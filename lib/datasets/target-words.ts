import type { Target } from '@/lib/datasets/dataset';

/** From here on a label is said to hold. */
const HOLDS = 0.5;

/** What a target says of one sample: its class, the labels that hold, or the numbers as `write` gives them. */
export function targetWords(
  target: Target,
  given: { readonly label: number; readonly row: readonly number[]; readonly write: (value: number) => string },
): string {
  switch (target.kind) {
    case 'classes':
      return target.classes[given.label] ?? '';
    case 'labels':
      return target.labels.filter((_, index) => (given.row[index] ?? 0) >= HOLDS).join(', ') || '–';
    case 'values':
      return given.row.map(given.write).join('; ');
  }
}
