import type { HealthSnapshot } from '@/lib/training/health';

/** What is kept of a run: enough for a curve, however long the run. */
const MOST_SNAPSHOTS = 200;

/** The snapshots with one more. When they become too many, every other one goes, but never the first or the newest. */
export function withSnapshot(history: readonly HealthSnapshot[], snapshot: HealthSnapshot): readonly HealthSnapshot[] {
  const kept = history.length < MOST_SNAPSHOTS ? history : history.filter((_, index) => index % 2 === 0);
  return [...kept, snapshot];
}
