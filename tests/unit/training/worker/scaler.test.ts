import { createScaler, measureStatistics, unitScaler } from '@/lib/training/worker/scaler';
import { createMemorySamples } from '@/lib/training/worker/samples';

const statistics = { mean: [0.5, 0.2], deviation: [0.25, 0] };

describe('what a network is given of stored samples', () => {
  it('bytes over 255, other numbers as they are', () => {
    expect([...unitScaler.stored(Uint8Array.of(0, 51, 255))]).toEqual([0, Math.fround(0.2), 1]);
    expect([...unitScaler.stored(Float32Array.of(-3, 400))]).toEqual([-3, 400]);
  });

  it('or minus the mean, over the deviation of the channel; a channel that never changes stays finite', () => {
    const scaler = createScaler('standard', () => statistics);
    const expected = [2, 0.8, -2, -0.2].map(Math.fround);
    expect([...scaler.stored(Uint8Array.of(255, 255, 0, 0))]).toEqual(expected);
    expect([...scaler.unit(Float32Array.of(1, 1, 0, 0))]).toEqual(expected);
  });

  it('does not ask for statistics that it does not need', () => {
    const never = () => {
      throw new Error('They are not needed.');
    };
    expect(createScaler('unit', never)).toBe(unitScaler);
  });
});

describe('statistics', () => {
  it('are the mean and the deviation of each channel, in the unit scale', () => {
    const values = Uint8Array.of(0, 51, 255, 51, 0, 51, 255, 51);
    const { mean, deviation } = measureStatistics(createMemorySamples(values, { shape: [1, 2, 2], targets: [] }));
    expect(mean[0]).toBeCloseTo(0.5, 12);
    expect(mean[1]).toBeCloseTo(0.2, 12);
    expect(deviation[0]).toBeCloseTo(0.5, 12);
    expect(deviation[1]).toBeCloseTo(0, 6);
  });

  it('of numbers are those of the numbers', () => {
    const samples = createMemorySamples(Float32Array.of(10, 20, 30), { shape: [1], targets: [] });
    expect(measureStatistics(samples).mean).toEqual([20]);
    expect(measureStatistics(samples).deviation[0]).toBeCloseTo(Math.sqrt(200 / 3), 10);
  });
});
