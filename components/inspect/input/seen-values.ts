import type { InspectSubject } from '@/lib/state/inspect-state';

/** The numbers the first layer is given, as far as the page can tell: kept data sets' statistics only the worker knows. */
export function seenValues(
  values: Float32Array,
  { document, dataset, plan }: InspectSubject,
): { readonly values: Float32Array; readonly isNormalized: boolean } {
  const { statistics } = dataset;
  if (document.training.normalization !== 'standard' || statistics === null) return { values, isNormalized: false };
  const channels = plan.inputShape.at(-1) ?? 1;
  const normalized = values.map((value, at) => {
    const channel = at % channels;
    return (value - (statistics.mean[channel] ?? 0)) / (statistics.deviation[channel] || 1);
  });
  return { values: normalized, isNormalized: true };
}
