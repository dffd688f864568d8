import type { Measure, VariantResult } from '@/lib/runs/study/results';
import { rangesOverlap, type Spread } from '@/lib/runs/study/statistics';

export interface Ranked {
  readonly name: string;
  readonly spread: Spread;
  /** Whether its range shares values with that of the next one; null for the last, and of too few runs to say. */
  readonly overlapsNext: boolean | null;
}

export interface Ranking {
  readonly measure: Measure;
  readonly places: readonly Ranked[];
  /** Some variants had another number of epochs and are left out. */
  readonly isUnequal: boolean;
  /** Some variant has too few runs for its range to say much. */
  readonly isFew: boolean;
}

const FEWEST_RUNS = 3;

/**
 * Variants with equally many epochs by their mean validation loss, without validation data by the training loss. Test
 * data have no say: choosing by them would make them no test any more. null: fewer than two can be compared.
 */
export function rankVariants(results: readonly VariantResult[]): Ranking | null {
  const measure = results.some(({ values }) => values.validationLoss !== null) ? 'validationLoss' : 'loss';
  const most = Math.max(0, ...results.map(({ epochs }) => epochs));
  const measured = results.filter(({ values }) => values[measure] !== null);
  const places = measured
    .filter(({ epochs }) => epochs === most)
    .flatMap(({ variant, values }) => {
      const spread = values[measure];
      return spread === null || !Number.isFinite(spread.mean) ? [] : { name: variant.name, spread };
    })
    .sort((a, b) => a.spread.mean - b.spread.mean);
  if (places.length < 2) return null;
  return {
    measure,
    places: places.map((place, at) => {
      const next = places[at + 1];
      const canSay = next !== undefined && hasEnough(place) && hasEnough(next);
      return { ...place, overlapsNext: canSay ? rangesOverlap(place.spread, next.spread) : null };
    }),
    isUnequal: measured.some(({ epochs }) => epochs !== most),
    isFew: !places.every(hasEnough),
  };
}

function hasEnough({ spread }: Pick<Ranked, 'spread'>): boolean {
  return spread.n >= FEWEST_RUNS;
}
