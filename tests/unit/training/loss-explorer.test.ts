import {
  descend,
  EXPLORED_LOSSES,
  logit,
  lossAt,
  sigmoid,
  slopeAt,
  type Parameter,
} from '@/lib/training/loss-explorer';

const PLACES = [0.02, 0.2, 0.49, 0.7, 0.97];
const STEP = 1e-6;

describe.each(EXPLORED_LOSSES)('%s', (loss) => {
  test.each([0, 1])('has the slope that finite differences give, for y = %d', (y) => {
    for (const p of PLACES) {
      const difference = (lossAt(loss, p + STEP, y) - lossAt(loss, p - STEP, y)) / (2 * STEP);
      expect(slopeAt(loss, p, y)).toBeCloseTo(difference, 5);
    }
  });

  test.each(['logit', 'probability'] as const)(
    'its step goes against the gradient over the %s',
    (parameter: Parameter) => {
      const at = (value: number) => lossAt(loss, parameter === 'logit' ? sigmoid(value) : value, 1);
      const { from, to, gradient } = descend(loss, { y: 1, p: 0.3, rate: 0.1, parameter });
      expect(gradient).toBeCloseTo((at(from + STEP) - at(from - STEP)) / (2 * STEP), 5);
      expect(to).toBeCloseTo(from - 0.1 * gradient, 12);
    },
  );
});

test('for y = 1 and p = 0.02 by hand: −ln 0.02 = 3.912, (0.02 − 1)² = 0.9604', () => {
  expect(lossAt('binary-cross-entropy', 0.02, 1)).toBeCloseTo(3.912023, 6);
  expect(lossAt('mean-squared-error', 0.02, 1)).toBeCloseTo(0.9604, 12);
  expect(slopeAt('binary-cross-entropy', 0.02, 1)).toBeCloseTo(-50, 12);
  expect(slopeAt('mean-squared-error', 0.02, 1)).toBeCloseTo(-1.96, 12);
});

test('over the logit the slope of cross-entropy is p − y, that of squared error vanishes where the sigmoid is flat', () => {
  const site = { y: 1, p: 0.02, rate: 1, parameter: 'logit' } as const;
  expect(descend('binary-cross-entropy', site).gradient).toBeCloseTo(-0.98, 12);
  // 2 · (0.02 − 1) · 0.02 · 0.98
  expect(descend('mean-squared-error', site).gradient).toBeCloseTo(-0.038416, 12);
});

test('one step at rate 1 from p = 0.02 lands at σ(logit 0.02 + 0.98) and σ(logit 0.02 + 0.038416)', () => {
  const site = { y: 1, p: 0.02, rate: 1, parameter: 'logit' } as const;
  // e^0.98 / 49 and e^0.038416 / 49 are the odds after it.
  expect(descend('binary-cross-entropy', site).p).toBeCloseTo(2.664456 / 51.664456, 6);
  expect(descend('mean-squared-error', site).p).toBeCloseTo(1.039163 / 50.039163, 6);
});

test('a step over p itself may leave the probabilities, and then has no loss', () => {
  const { p, after } = descend('binary-cross-entropy', { y: 1, p: 0.02, rate: 0.1, parameter: 'probability' });
  expect(p).toBeCloseTo(5.02, 12);
  expect(after).toBeNull();
});

test('the logit undoes the sigmoid', () => {
  for (const p of PLACES) expect(sigmoid(logit(p))).toBeCloseTo(p, 12);
});
