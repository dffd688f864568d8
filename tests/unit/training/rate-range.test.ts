import { isBlownUp, smoothLosses, steepestDescent } from '@/lib/training/rate-range';

const rates = (count: number) => Array.from({ length: count }, (_, step) => 10 ** (-6 + (7 * step) / (count - 1)));

test('a mean over losses that are all alike is that loss from the first on', () => {
  smoothLosses([3, 3, 3]).forEach((loss) => expect(loss).toBeCloseTo(3, 12));
});

test('the second smoothed loss weighs both by hand: (0.09 · 1 + 0.1 · 2) / 0.19', () => {
  expect(smoothLosses([1, 2])[1]).toBeCloseTo(0.29 / 0.19, 12);
});

test('the rate of the steepest fall lies on the slope of a loss that falls once', () => {
  const points = rates(100).map((rate) => ({ rate, loss: 2.3 - 2 / (1 + (0.01 / rate) ** 2) }));
  const found = points[steepestDescent(points) ?? -1]?.rate;
  // The loss itself is steepest at 0.01; its moving mean follows a few steps later.
  expect(found).toBeGreaterThan(0.01);
  expect(found).toBeLessThan(0.06);
});

test('nothing is suggested where the loss only rises', () => {
  expect(steepestDescent(rates(40).map((rate, step) => ({ rate, loss: 1 + step })))).toBeNull();
});

test('a test has blown up when its loss is no number, or four times its best, and not before', () => {
  expect(isBlownUp([])).toBe(false);
  expect(isBlownUp([1, 1, Number.NaN])).toBe(true);
  expect(isBlownUp([1, 2, 2])).toBe(false);
  expect(isBlownUp([1, 1, 100])).toBe(true);
});
