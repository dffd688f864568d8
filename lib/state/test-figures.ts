import type { TestReport } from '@/lib/training/protocol';

/** How well one class is told from the others; null where a share of nothing would be asked for. */
export interface ClassFigures {
  readonly label: number;
  /** Test samples that truly are of this class. */
  readonly count: number;
  /** Of those called this class, how many are. */
  readonly precision: number | null;
  /** Of those that are this class, how many were called so. */
  readonly recall: number | null;
  /** The harmonic mean of both. */
  readonly f1: number | null;
}

export function classFigures({ confusion }: Pick<TestReport, 'confusion'>): readonly ClassFigures[] {
  return confusion.map((row, label) => {
    const right = row[label] ?? 0;
    const count = sum(row);
    const called = sum(confusion.map((other) => other[label] ?? 0));
    // 2PR / (P + R) = 2 · right / (called + count): defined even where one of them is zero.
    return {
      label,
      count,
      precision: share(right, called),
      recall: share(right, count),
      f1: share(2 * right, called + count),
    };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

export interface SampleFilter {
  readonly wrongOnly: boolean;
  /** null = any class */
  readonly truth: number | null;
  readonly predicted: number | null;
}

export const EVERY_SAMPLE: SampleFilter = { wrongOnly: false, truth: null, predicted: null };

/** The numbers of the test samples a filter lets through, in order. */
export function matchingSamples(
  { labels, predicted }: Pick<TestReport, 'labels' | 'predicted'>,
  filter: SampleFilter,
): readonly number[] {
  const matching: number[] = [];
  labels.forEach((truth, index) => {
    const said = predicted[index];
    if (filter.wrongOnly && truth === said) return;
    if (filter.truth !== null && truth !== filter.truth) return;
    if (filter.predicted !== null && said !== filter.predicted) return;
    matching.push(index);
  });
  return matching;
}
