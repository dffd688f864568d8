import { axisFault, gridSearch, randomSearch, valueAt, type SearchAxis } from '@/lib/runs/study/search';
import { DEFAULT_TRAINING } from '@/lib/document/training-settings';
import { isLogarithmic, NUMERIC_SETTINGS, readSetting, settingChange, takes } from '@/lib/runs/study/settings';

const RATE: SearchAxis = { setting: 'optimizer.learningRate', from: 0.001, to: 0.1, scale: 'logarithmic', steps: 3 };
const BATCH: SearchAxis = { setting: 'batchSize', from: 16, to: 64, scale: 'linear', steps: 2 };

test('a grid has every combination, on a logarithmic axis with equal ratios', () => {
  const values = gridSearch([RATE, BATCH]).map((changes) =>
    changes.map((change) => (change.kind === 'set' ? change.value : null)),
  );
  expect(values).toEqual([
    [0.001, 16],
    [0.001, 64],
    [0.01, 16],
    [0.01, 64],
    [0.1, 16],
    [0.1, 64],
  ]);
});

test('whole settings get whole values, each once', () => {
  const axis: SearchAxis = { ...BATCH, from: 1, to: 3, steps: 9 };
  expect(gridSearch([axis])).toHaveLength(3);
});

test('a random search draws within the bounds, the same for the same seed', () => {
  const first = randomSearch([RATE, BATCH], { count: 50, seed: 7 });
  expect(first).toEqual(randomSearch([RATE, BATCH], { count: 50, seed: 7 }));
  expect(first).not.toEqual(randomSearch([RATE, BATCH], { count: 50, seed: 8 }));
  for (const [rate, batch] of first) {
    expect(rate?.kind === 'set' && Number(rate.value) >= 0.001 && Number(rate.value) <= 0.1).toBe(true);
    expect(batch?.kind === 'set' && Number.isInteger(batch.value)).toBe(true);
  }
});

test('half of the draws on a logarithmic axis lie below its geometric middle', () => {
  const drawn = randomSearch([RATE], { count: 2000, seed: 3 }).map(([change]) =>
    change?.kind === 'set' ? Number(change.value) : 0,
  );
  const share = drawn.filter((value) => value < 0.01).length / drawn.length;
  // Three standard deviations of a fair coin thrown 2,000 times.
  expect(Math.abs(share - 0.5)).toBeLessThan(0.034);
  expect(valueAt(RATE, 0.5)).toBeCloseTo(0.01, 10);
});

test.each([
  [{ ...RATE, from: 0 }, 'outside-bounds'],
  [{ ...RATE, from: 0.1, to: 0.1 }, 'not-ascending'],
  [{ ...RATE, setting: 'optimizer.weightDecay', from: 0, to: 0.1 }, 'no-logarithm'],
  [{ ...RATE, steps: 1 }, 'too-few-steps'],
  [{ ...RATE, setting: 'seed' }, 'outside-bounds'],
  [RATE, null],
] as const)('the axis %j is judged: %s', (axis, fault) => {
  expect(axisFault(axis)).toBe(fault);
});

test('every numeric setting is read, takes its own default, and is written back where it was read', () => {
  for (const { path, bounds } of NUMERIC_SETTINGS) {
    const value = readSetting(DEFAULT_TRAINING, path);
    expect([path, typeof value]).toEqual([path, 'number']);
    const change = settingChange(DEFAULT_TRAINING, path, bounds.max);
    expect(readSetting({ ...DEFAULT_TRAINING, ...change }, path)).toBe(bounds.max);
    expect(takes(path, bounds.max * 2 + 1)).toBe(false);
  }
});

test('rates are searched in their logarithm, shares are not', () => {
  expect(isLogarithmic('optimizer.learningRate')).toBe(true);
  expect(isLogarithmic('optimizer.weightDecay')).toBe(true);
  expect(isLogarithmic('validationShare')).toBe(false);
  expect(isLogarithmic('optimizer.momentum')).toBe(false);
});
