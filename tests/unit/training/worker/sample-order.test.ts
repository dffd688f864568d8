import fc from 'fast-check';
import { splitCounts } from '@/lib/training/split-counts';
import { createRandom, mixSeeds } from '@/lib/core/random';
import { epochOrder, splitSamples } from '@/lib/training/worker/sample-order';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe('random numbers from a seed', () => {
  it('repeat for the same seeds and differ for others', () => {
    const draw = (...from: number[]): number[] => Array.from({ length: 8 }, createRandom(...from).next);
    expect(draw(1, 2)).toEqual(draw(1, 2));
    expect(draw(1, 2)).not.toEqual(draw(2, 1));
    expect(draw(0)).not.toEqual(draw(1));
  });

  it('fall below the limit, each result about equally often', () => {
    const random = createRandom(3);
    const counts = new Array<number>(7).fill(0);
    for (let draw = 0; draw < 70_000; draw += 1) {
      const value = random.below(7);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    // Five standard deviations of a binomial of 70,000 draws.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt((70_000 * 6) / 49));
  });

  it('mix any seeds into whole numbers that every consumer takes', () => {
    fc.assert(
      fc.property(seeds, seeds, (a, b) => {
        const mixed = mixSeeds(a, b);
        expect(Number.isInteger(mixed) && mixed >= 0 && mixed < 2 ** 31).toBe(true);
      }),
    );
  });
});

describe('the split into training and validation', () => {
  const shares = fc.record({
    count: fc.integer({ min: 1, max: 300 }),
    dataShare: fc.double({ min: 0.001, max: 1, noNaN: true }),
    validationShare: fc.double({ min: 0, max: 0.5, noNaN: true }),
    seed: seeds,
  });

  it('takes every sample at most once, leaves one to train on, and as many as the page says', () => {
    fc.assert(
      fc.property(shares, (options) => {
        const { training, validation } = splitSamples(options);
        const all = [...training, ...validation];
        expect(new Set(all).size).toBe(all.length);
        expect(all.every((sample) => sample < options.count)).toBe(true);
        expect(training.length).toBeGreaterThan(0);
        const stated = splitCounts(options.count, options);
        expect([training.length, validation.length]).toEqual([stated.training, stated.validation]);
      }),
    );
  });

  it('holds out the asked share of the used data', () => {
    const { training, validation } = splitSamples({ count: 60_000, dataShare: 0.5, validationShare: 0.1, seed: 1 });
    expect([training.length, validation.length]).toEqual([27_000, 3000]);
  });

  it('is drawn by the seed', () => {
    const split = (seed: number): Uint32Array =>
      splitSamples({ count: 1000, dataShare: 0.2, validationShare: 0.1, seed }).training;
    expect(split(1)).toEqual(split(1));
    expect(split(1)).not.toEqual(split(2));
  });
});

describe('the order of an epoch', () => {
  const samples = Uint32Array.from({ length: 500 }, (_, index) => 3 * index);

  it('visits every sample once', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 50 }), (seed, epoch) => {
        expect(epochOrder(samples, seed, epoch).sort()).toEqual(samples);
      }),
    );
  });

  it('differs from epoch to epoch and repeats for the same seed and epoch', () => {
    expect(epochOrder(samples, 1, 0)).toEqual(epochOrder(samples, 1, 0));
    expect(epochOrder(samples, 1, 0)).not.toEqual(epochOrder(samples, 1, 1));
    expect(epochOrder(samples, 1, 0)).not.toEqual(epochOrder(samples, 2, 0));
  });
});
