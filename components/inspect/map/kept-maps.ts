import type { DataMap, MapOf } from '@/components/inspect/map/data-map';

/** Of 4,000 samples each has about 70 KB. */
export const MOST_KEPT = 32;

/** Whether both would come out the same: PCA draws nothing and asks for no neighbours. */
export function isSameMap(a: MapOf, b: MapOf): boolean {
  const isDrawn = a.method !== 'pca';
  return (
    a.layer === b.layer &&
    a.weights === b.weights &&
    a.dataset === b.dataset &&
    a.method === b.method &&
    a.split === b.split &&
    a.count === b.count &&
    a.pooled === b.pooled &&
    (!isDrawn || (a.neighbours === b.neighbours && a.seed === b.seed))
  );
}

/** A finished map beside those of the same weights; the oldest give way, and those of other weights, which are large. */
export function keepMap(kept: readonly DataMap[], map: DataMap): readonly DataMap[] {
  const others = kept.filter(({ of }) => of.weights === map.of.weights && !isSameMap(of, map.of));
  return [...others, map].slice(-MOST_KEPT);
}
