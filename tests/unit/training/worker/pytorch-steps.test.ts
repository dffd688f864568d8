/** @jest-environment node */
import * as tf from '@tensorflow/tfjs';
import { CASES, type StepsCase } from '@/tests/reference/cases';
import { learnedSteps } from '@/tests/reference/learned-steps';
import pytorch from '@/tests/reference/pytorch.json';

/** clip_grad_norm_ adds 1e-6 to the norm; everything else is float32 against float64. */
const BOUND = 5e-6;

/** PyTorch adds epsilon to the root where these have it under the root: next to nothing in the fixture. */
const UNDER_ROOT: ReadonlySet<string> = new Set(['rmsprop', 'adagrad', 'adamax']);

const expected = new Map(Object.entries(pytorch.cases));

describe(`ten steps of PyTorch ${pytorch.torch}`, () => {
  beforeAll(() => tf.setBackend('cpu'));

  const cases = CASES.filter(({ name }) => expected.has(name)).map(withItsEpsilon);
  it.each(cases.map((settings) => [settings.name, settings] as const))('%s', async (name, settings) => {
    const ours = await learnedSteps(settings);
    const theirs = expected.get(name);
    expect(largestDifference(ours.losses, theirs?.losses ?? [])).toBeLessThan(BOUND);
    expect(largestDifference(ours.weights.flat(), theirs?.weights.flat() ?? [])).toBeLessThan(BOUND);
  });

  it('are all compared', () => {
    expect(cases.map(({ name }) => name).sort()).toEqual([...expected.keys()].sort());
  });
});

function withItsEpsilon(settings: StepsCase): StepsCase {
  const { optimizer } = settings;
  const epsilon = UNDER_ROOT.has(optimizer.name) ? pytorch.epsilon : optimizer.epsilon;
  return { ...settings, optimizer: { ...optimizer, epsilon } };
}

function largestDifference(some: readonly number[], others: readonly number[]): number {
  expect(some.length).toBe(others.length);
  return Math.max(...some.map((value, at) => Math.abs(value - (others[at] ?? Number.NaN))));
}
