import type { Locale, Localized } from '@/lib/core/locale';
import { formatBytes, formatCount } from '@/lib/messages/figures';
import { datasetsEnglish } from '@/lib/messages/datasets-english';
import { datasetsVietnamese } from '@/lib/messages/datasets-vietnamese';

/** What the dialog of data sets says. Loaded with it only. */
export type DatasetMessages = typeof datasetsEnglish;

export const datasetMessages: Localized<DatasetMessages> = { en: datasetsEnglish, vi: datasetsVietnamese };

type TargetKind = 'classes' | 'labels' | 'values';

/** "60,000 training and 10,000 test samples, 10 classes". */
export function datasetFacts(
  locale: Locale,
  facts: { readonly training: number; readonly test: number; readonly width: number; readonly kind: TargetKind },
): string {
  const t = datasetMessages[locale].facts;
  const count = (value: number) => formatCount(locale, value);
  return `${t.samples(count(facts.training), count(facts.test))}, ${t.targets(count(facts.width), facts.kind)}`;
}

export function formatRoom(locale: Locale, used: number, quota: number): string {
  return datasetMessages[locale].room.used(formatBytes(locale, used), formatBytes(locale, quota));
}
