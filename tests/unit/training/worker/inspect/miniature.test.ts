import { scaledDown } from '@/lib/training/worker/inspect/miniature';

describe('a miniature', () => {
  it('is the map itself where that is small enough', () => {
    const values = Float32Array.of(1, 2, 3, 4);
    expect(scaledDown({ shape: [2, 2, 1], values }, 2)).toEqual({ shape: [2, 2, 1], values });
  });

  it('has the means of equal areas', () => {
    const values = Float32Array.of(1, 3, 10, 20, 5, 7, 30, 40);
    const small = scaledDown({ shape: [2, 4, 1], values }, 2);
    expect(small).toEqual({ shape: [1, 2, 1], values: Float32Array.of(4, 25) });
  });

  it('counts a pixel that two areas share for both, by how much of it each has', () => {
    // Of three pixels in two, each has one and a half: (1 + 4 / 2) / 1.5 and (4 / 2 + 7) / 1.5.
    const small = scaledDown({ shape: [3], values: Float32Array.of(1, 4, 7) }, 2);
    expect([...small.values]).toEqual([2, 6]);
  });

  it('keeps the mean of the whole map, whatever the sizes are', () => {
    const values = Float32Array.from({ length: 13 * 7 }, (_, at) => (at * 37) % 91);
    const small = scaledDown({ shape: [13, 7, 1], values }, 5);
    expect(small.shape).toEqual([5, 3, 1]);
    const mean = (all: Float32Array): number => all.reduce((sum, value) => sum + value, 0) / all.length;
    expect(mean(small.values)).toBeCloseTo(mean(values), 4);
  });

  it('never loses a side: a wide map stays one pixel high', () => {
    const small = scaledDown({ shape: [1, 100, 1], values: new Float32Array(100).fill(3) }, 10);
    expect(small.shape).toEqual([1, 10, 1]);
    for (const value of small.values) expect(value).toBeCloseTo(3, 5);
  });

  it('shortens vectors and sequences', () => {
    expect(scaledDown({ shape: [4], values: Float32Array.of(0, 2, 4, 6) }, 2).values).toEqual(Float32Array.of(1, 5));
    expect(scaledDown({ shape: [4, 1], values: Float32Array.of(0, 2, 4, 6) }, 2).shape).toEqual([2, 1]);
  });
});
