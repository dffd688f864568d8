import type { LossOptions } from '@/lib/core/learning';

/**
 * How much a sample of each class counts, from how many there are; null: all alike. 'balanced' is n / (classes · n_c), as
 * scikit-learn's (King & Zeng 2001), so that the mean over the samples is 1; a class without samples counts 1.
 */
export function classWeightsOf(
  weights: LossOptions['classWeights'],
  counts: readonly number[],
): readonly number[] | null {
  if (weights === 'equal') return null;
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (weights === 'balanced') return counts.map((count) => (count === 0 ? 1 : total / (counts.length * count)));
  return counts.map((_, index) => weights[index] ?? 1);
}
