import type { ShownSample } from '@/components/training/use-samples';
import type { Locale } from '@/lib/core/locale';
import type { Dataset } from '@/lib/datasets/dataset';
import { targetWords } from '@/lib/datasets/target-words';
import { formatDecimal } from '@/lib/messages/measures';

/** What a sample is and what the network says of it, in words; null where nobody could say. */
export interface SampleText {
  readonly truth: string;
  readonly predicted: string | null;
  /** Numbers are near or far, not right or wrong: null. */
  readonly isRight: boolean | null;
}

export function sampleText({ targets: [first] }: Dataset, sample: ShownSample, locale: Locale): SampleText {
  const { prediction, label, target } = sample;
  const write = (value: number) => formatDecimal(locale, value, 3);
  const truth = targetWords(first, { label, row: target, write });
  if (prediction === null) return { truth, predicted: null, isRight: null };
  const predicted = targetWords(first, { label: prediction.label, row: prediction.probabilities, write });
  return { truth, predicted, isRight: first.kind === 'values' ? null : predicted === truth };
}
