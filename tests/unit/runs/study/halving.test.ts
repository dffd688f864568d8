import { advanceHalving, planHalving } from '@/lib/runs/study/halving';
import { makeStudy, resultOf, withResults } from './make-study';

test.each([
  // candidates, epochs, η → rungs
  [9, 9, 3, [1, 3, 9]],
  [27, 9, 3, [1, 3, 9]],
  [4, 10, 2, [2, 5, 10]],
  [2, 8, 4, [8]],
  [16, 1, 2, [1]],
])('%i candidates, %i epochs and η = %i have the rungs %j', (candidates, epochs, eta, rungs) => {
  expect(planHalving(candidates, epochs, eta).rungs).toEqual(rungs);
});

describe('of four variants with η = 2', () => {
  const names = ['a', 'b', 'c', 'd'];
  const study = makeStudy(names, { epochs: 4, halving: planHalving(4, 4, 2) });

  test('all begin with the epochs of the first rung', () => {
    expect(new Set(study.jobs.map(({ goal }) => goal))).toEqual(new Set([1]));
  });

  test('nobody is judged while one is still to come', () => {
    const open = withResults(study, { a: resultOf([1]), b: resultOf([2]), c: resultOf([3]) });
    expect(advanceHalving(open)).toBe(open);
  });

  test('the best half goes on with all its seeds, the others are dropped', () => {
    const done = withResults(study, { a: resultOf([3]), b: resultOf([1]), c: resultOf([2]), d: resultOf([4]) });
    const next = advanceHalving(done);
    expect(next.jobs.map(({ variant, status, goal }) => [variant, status, goal])).toEqual(
      [1, 2].flatMap(() => [
        ['a', 'dropped', 1],
        ['b', 'waiting', 2],
        ['c', 'waiting', 2],
        ['d', 'dropped', 1],
      ]),
    );
  });

  test('the last one standing gets all epochs, and then it is over', () => {
    const first = advanceHalving(
      withResults(study, { a: resultOf([3]), b: resultOf([1]), c: resultOf([2]), d: resultOf([4]) }),
    );
    const second = advanceHalving(withResults(first, { b: resultOf([1, 0.9]), c: resultOf([2, 0.1]) }));
    const going = second.jobs.filter(({ status }) => status === 'waiting');
    expect(going.map(({ variant, goal }) => [variant, goal])).toEqual([
      ['c', 4],
      ['c', 4],
    ]);
    const over = withResults(second, { c: resultOf([2, 0.1, 0.1, 0.1]) });
    expect(advanceHalving(over)).toBe(over);
  });

  test('a run that diverged is the worst of all and is not dropped but stays what it is', () => {
    const done = withResults(study, { b: resultOf([5]), c: resultOf([6]), d: resultOf([7]) });
    const diverged = {
      ...done,
      jobs: done.jobs.map((job) => (job.variant === 'a' ? { ...job, status: 'diverged' as const } : job)),
    };
    const next = advanceHalving(diverged);
    expect(next.jobs.slice(0, 4).map(({ status }) => status)).toEqual(['diverged', 'waiting', 'waiting', 'dropped']);
  });
});
