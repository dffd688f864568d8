import { frameFrom, frameLength, timeText, withLength } from '@/components/inspect/input/video-time';

describe('the length of a frame', () => {
  const after = (begins: readonly number[]) =>
    begins.slice(1).reduce<readonly number[]>((all, now, at) => withLength(all, begins[at] ?? 0, now), []);

  test('is told by what came after each other, whatever was left out or recorded too soon', () => {
    expect(frameLength(after([0, 0.04, 0.08, 0.2, 0.24, 0.28, 0.29, 0.33, 0.41, 0.45]))).toBeCloseTo(0.04);
  });

  test('is a thirtieth of a second before any is known', () => {
    expect(frameLength([])).toBeCloseTo(1 / 30);
  });

  test('is not told by a way back, a leap or the same frame once more', () => {
    for (const now of [0, 0.5, 9]) expect(withLength([], 0.5, now)).toEqual([]);
  });
});

describe('a step', () => {
  test('goes to the middle of the frame before or after', () => {
    const step = { at: 0.4, length: 0.04, end: 2 };
    expect(frameFrom({ ...step, by: 1 }).middle).toBeCloseTo(0.46);
    expect(frameFrom({ ...step, by: -1 }).middle).toBeCloseTo(0.38);
  });

  test('forth and back leads to the same frame', () => {
    const forth = frameFrom({ at: 0.4, by: 1, length: 0.04, end: 2 });
    expect(frameFrom({ at: forth.begins, by: -1, length: 0.04, end: 2 }).begins).toBeCloseTo(0.4);
  });

  test('leaves neither the beginning nor the end', () => {
    expect(frameFrom({ at: 0, by: -1, length: 0.04, end: 2 })).toEqual({ begins: 0, middle: 0.02 });
    const last = frameFrom({ at: 1.97, by: 1, length: 0.04, end: 2 });
    expect(last.begins).toBe(1.97);
    expect(last.middle).toBeLessThanOrEqual(2);
  });
});

test('a time is minutes, seconds and tenths', () => {
  expect([0, 0.96, 7.44, 59.99, 60, 754.1].map(timeText)).toEqual([
    '0:00.0',
    '0:00.9',
    '0:07.4',
    '0:59.9',
    '1:00.0',
    '12:34.1',
  ]);
});
