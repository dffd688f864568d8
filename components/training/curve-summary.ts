import type { Curves } from '@/components/charts/curve-data';
import type { Locale } from '@/lib/core/locale';
import { formatCount } from '@/lib/messages/figures';
import type { TrainingMessages } from '@/lib/messages/training';
import type { RunState } from '@/lib/state/run-state';

/** What one picture of a run shows. */
export interface Quantity {
  readonly title: string;
  readonly curves: (run: RunState) => Curves;
  readonly format: (value: number) => string;
  readonly formatAxis: (value: number) => string;
  readonly yRange: (low: number, high: number) => [number, number];
  /** The better of two values. */
  readonly better: (a: number, b: number) => number;
}

/** A curve in words, for those who do not see it: how many batches, where it began, where it is, its best. */
export function summarize(
  { raw, smoothed }: Pick<Curves, 'raw' | 'smoothed'>,
  { title, format, better }: Pick<Quantity, 'title' | 'format' | 'better'>,
  { t, locale }: { readonly t: TrainingMessages['curves']; readonly locale: Locale },
): string {
  const [first, last] = [raw[0], smoothed.at(-1)];
  if (first === undefined || last === undefined) return `${title}: ${t.waiting}`;
  return t.summary(
    title,
    formatCount(locale, raw.length),
    format(first),
    format(last),
    // Not `reduce(better)`: Math.min would also get the index and the array, hence NaN, and read the array as text.
    format(smoothed.reduce((best, value) => better(best, value))),
  );
}
