import { withSnapshot } from '@/lib/state/run-health';
import type { HealthSnapshot } from '@/lib/training/health';

const snapshot = (batch: number): HealthSnapshot => ({ batch, epoch: 0, layers: [] });

test('a long run keeps few snapshots, its first and its newest among them', () => {
  let history: readonly HealthSnapshot[] = [];
  for (let batch = 0; batch < 1000; batch += 1) {
    history = withSnapshot(history, snapshot(batch));
    expect(history.length).toBeLessThanOrEqual(200);
    expect(history[0]?.batch).toBe(0);
    expect(history.at(-1)?.batch).toBe(batch);
  }
  const batches = history.map(({ batch }) => batch);
  expect(batches).toEqual([...batches].sort((a, b) => a - b));
  expect(history.length).toBeGreaterThan(90);
});
