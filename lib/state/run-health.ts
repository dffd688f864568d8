import type { HealthSnapshot } from '@/lib/training/health';

/** What is kept of a run: enough for a curve, however long the run. */
const MOST_SNAPSHOTS = 200;

/** The looks with one more. When they become too many, every other one goes, but never the first or the newest. */
export function withLook<T>(history: readonly T[], look: T, most: number): readonly T[] {
  const kept = history.length < most ? history : history.filter((_, index) => index % 2 === 0);
  return [...kept, look];
}

export function withSnapshot(history: readonly HealthSnapshot[], snapshot: HealthSnapshot): readonly HealthSnapshot[] {
  return withLook(history, snapshot, MOST_SNAPSHOTS);
}

/** Of all layers together. */
export function gradientNorm({ layers }: HealthSnapshot): number {
  return Math.sqrt(layers.reduce((sum, { gradientNorm: norm }) => sum + (norm ?? 0) ** 2, 0));
}
