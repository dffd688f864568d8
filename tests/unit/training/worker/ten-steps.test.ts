/** @jest-environment node */
import * as tf from '@tensorflow/tfjs';
import { CASES } from '@/tests/reference/cases';
import { learnedSteps } from '@/tests/reference/learned-steps';
import { referenceSteps } from '@/tests/reference/reference-steps';

/** Float32 has 24 bits: 6e-8 for every operation, of which ten steps make some hundred. */
const BOUND = 3e-6;

describe('ten steps', () => {
  beforeAll(() => tf.setBackend('cpu'));

  it.each(CASES.map((settings) => [settings.name, settings] as const))('%s', async (_, settings) => {
    const [ours, reference] = [await learnedSteps(settings), referenceSteps(settings)];
    expect(largestDifference(ours.losses, reference.losses)).toBeLessThan(BOUND);
    expect(largestDifference(ours.weights.flat(), reference.weights.flat())).toBeLessThan(BOUND);
  });
});

function largestDifference(some: readonly number[], others: readonly number[]): number {
  expect(some.length).toBe(others.length);
  return Math.max(...some.map((value, at) => Math.abs(value - (others[at] ?? Number.NaN))));
}
