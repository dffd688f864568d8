import { DEFAULT_TRAINING } from '@/lib/document/training-settings';
import { accumulatedBatches, plateausOf, rateFactor } from '@/lib/training/schedule';
import type { ScheduleSettings } from '@/lib/core/learning';

const BATCHES = 4;

/** The factors of all steps of a run, epoch by epoch. */
function factors(changes: Partial<ScheduleSettings>, epochs: number, losses: readonly number[] = []): number[][] {
  const schedule = { ...DEFAULT_TRAINING.schedule, ...changes };
  return Array.from({ length: epochs }, (_, epoch) =>
    Array.from({ length: BATCHES }, (__, batch) =>
      rateFactor(schedule, { epoch, batch, batches: BATCHES }, { epochs, losses: losses.slice(0, epoch) }),
    ),
  );
}

describe('the learning rate', () => {
  it('stays where nothing is asked for', () => {
    expect(factors({}, 2).flat()).toEqual(Array(8).fill(1));
  });

  it('grows in a straight line over the warm-up and is whole with its last step', () => {
    expect(factors({ warmup: 2 }, 3).flat()).toEqual([0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1, 1, 1, 1, 1]);
    expect(factors({ warmup: 0.5 }, 1).flat()).toEqual([0.5, 1, 1, 1]);
  });

  it('falls by steps of whole epochs, never below its floor', () => {
    expect(factors({ name: 'step', every: 2, factor: 0.1, floor: 0.05 }, 5).map(([first]) => first)).toEqual([
      1, 1, 0.1, 0.1, 0.05,
    ]);
  });

  it('falls by the factor in every epoch, smoothly', () => {
    const all = factors({ name: 'exponential', factor: 0.5 }, 3);
    expect(all.map(([first]) => first)).toEqual([1, 0.5, 0.25]);
    expect(all[0]?.[2]).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it('follows half a cosine from its value to its floor, after the warm-up', () => {
    const all = factors({ name: 'cosine', floor: 0.2, warmup: 1 }, 5);
    expect(all[1]?.[0]).toBe(1);
    // Half-way: the mean of both ends.
    expect(all[3]?.[0]).toBeCloseTo(0.6, 12);
    expect(all[4]?.[3]).toBeGreaterThan(0.2);
    expect(all[4]?.[3]).toBeLessThan(0.22);
  });

  it('falls after epochs that brought nothing better', () => {
    const losses = [1, 0.8, 0.9, 0.85, 0.8, 0.7, 0.71];
    expect(plateausOf(losses, 2)).toBe(1);
    expect(plateausOf(losses.slice(0, 3), 2)).toBe(0);
    const firsts = factors({ name: 'plateau', patience: 2, factor: 0.5 }, 6, losses).map(([first]) => first);
    expect(firsts).toEqual([1, 1, 1, 1, 0.5, 0.5]);
  });

  it('goes with batches that grow by doubling', () => {
    const grown = [0, 1, 2, 3, 4].map((epoch) => accumulatedBatches({ accumulate: 3, doubleEvery: 2 }, epoch));
    expect(grown).toEqual([3, 3, 6, 6, 12]);
    expect(accumulatedBatches({ accumulate: 3, doubleEvery: 0 }, 99)).toBe(3);
  });
});
