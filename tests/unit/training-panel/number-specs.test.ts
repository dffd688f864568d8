import {
  boundsOf,
  numberOf,
  optimizerSpecs,
  RUN_SPECS,
  standardOf,
  withNumber,
} from '@/components/training/settings/number-specs';
import { schedulePoints } from '@/components/training/settings/schedule-points';
import { differsFromDefault } from '@/components/training/settings/use-reset';
import { DEFAULT_TRAINING, OPTIMIZERS, type ScheduleSettings } from '@/lib/document/training-settings';

const constantsOf = (name: (typeof OPTIMIZERS)[number]) => optimizerSpecs(name).map((spec) => spec.name);

test.each(OPTIMIZERS)('every constant of %s has a default within its bounds', (name) => {
  for (const spec of optimizerSpecs(name)) {
    const { min, max } = boundsOf(spec);
    expect(standardOf(spec)).toBeGreaterThanOrEqual(min);
    expect(standardOf(spec)).toBeLessThanOrEqual(max);
  }
});

test('each optimizer shows the constants of its own formula, with rate and weight decay', () => {
  expect(constantsOf('sgd')).toEqual(['learningRate', 'weightDecay']);
  expect(constantsOf('adam')).toEqual(['learningRate', 'beta1', 'beta2', 'epsilon', 'weightDecay']);
  expect(constantsOf('lion')).toEqual(['learningRate', 'beta1', 'lionBeta2', 'weightDecay']);
});

test('a number is changed in its own record and nowhere else', () => {
  const change = withNumber(DEFAULT_TRAINING, { part: 'optimizer', name: 'beta1' }, 0.8);
  expect(change).toEqual({ optimizer: { ...DEFAULT_TRAINING.optimizer, beta1: 0.8 } });
  expect(withNumber(DEFAULT_TRAINING, { part: 'training', name: 'seed' }, 7)).toEqual({ seed: 7 });
  expect(RUN_SPECS.map((spec) => numberOf({ ...DEFAULT_TRAINING, ...change }, spec))).toEqual(
    RUN_SPECS.map(standardOf),
  );
});

test('a group differs from its defaults as soon as one of its settings does', () => {
  const changed = { ...DEFAULT_TRAINING, ...withNumber(DEFAULT_TRAINING, { part: 'schedule', name: 'warmup' }, 1) };
  expect(differsFromDefault(changed, ['schedule'])).toBe(true);
  expect(differsFromDefault(changed, ['optimizer', 'gradients'])).toBe(false);
});

const drawn = (schedule: Partial<ScheduleSettings>, epochs = 10) =>
  schedulePoints({ ...DEFAULT_TRAINING, epochs, schedule: { ...DEFAULT_TRAINING.schedule, ...schedule } }, 20);

test('the curve of a rate that halves every four epochs has three levels in ten', () => {
  const levels = new Set(drawn({ name: 'step', every: 4, factor: 0.5 }).map(({ rate }) => rate));
  expect([...levels]).toEqual([0.001, 0.0005, 0.00025]);
});

test('a warm-up of two epochs starts near zero and is at its value with the last step of the second', () => {
  const points = drawn({ warmup: 2 });
  expect(points[0]?.rate).toBeCloseTo(0.001 / 40, 12);
  expect(points.find(({ epochs }) => epochs >= 39 / 20)?.rate).toBeCloseTo(0.001, 12);
});

test('a cosine ends near its floor, and half of the way is half of the fall', () => {
  const points = drawn({ name: 'cosine', floor: 0.1 });
  expect(points.at(-1)?.rate).toBeCloseTo(0.0001, 6);
  expect(points[points.length / 2]?.rate).toBeCloseTo(0.00055, 5);
});

test('a plateau is drawn as if the loss stopped falling after the first epoch', () => {
  const rates = drawn({ name: 'plateau', patience: 3, factor: 0.1 }).map(({ rate }) => rate);
  expect(rates.filter((rate) => rate === 0.001)).toHaveLength(4 * 20);
});
