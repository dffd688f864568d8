import { createStudy, uniqueNames } from '@/lib/runs/study/create-study';
import { drawnMeasures } from '@/lib/runs/study/report/study-lines';
import { studyResults, variantCurve } from '@/lib/runs/study/results';
import { rangesOverlap, spreadOf } from '@/lib/runs/study/statistics';
import { makeStudy, resultOf, withResults } from './make-study';

test('the deviation of a sample has n − 1 below; of one value there is none', () => {
  // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares 32, 32 / 7
  expect(spreadOf([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ n: 8, mean: 5, deviation: Math.sqrt(32 / 7), low: 2, high: 9 });
  expect(spreadOf([3])).toEqual({ n: 1, mean: 3, deviation: null, low: 3, high: 3 });
  expect(spreadOf([])).toBeNull();
});

test('ranges that touch overlap', () => {
  const range = (low: number, high: number) => ({ n: 2, mean: 0, deviation: 0, low, high });
  expect(rangesOverlap(range(0, 1), range(1, 2))).toBe(true);
  expect(rangesOverlap(range(0, 1), range(1.1, 2))).toBe(false);
});

test('the runs of a study come seed by seed, so that all variants can be compared early', () => {
  expect(makeStudy(['a', 'b']).jobs.map(({ variant, seed }) => `${variant}${seed}`)).toEqual(['a1', 'b1', 'a2', 'b2']);
});

test('variants that are left out are not run', () => {
  const { variants, ...plan } = makeStudy(['a', 'b']);
  const [a, b] = variants;
  if (a === undefined || b === undefined) throw new Error('no variants');
  const without = { ...b, plan: { kind: 'left-out', reason: { kind: 'limited' } } as const };
  const study = createStudy({ ...plan, variants: [a, without] });
  expect(study.jobs.map(({ variant }) => variant)).toEqual(['a', 'a']);
  expect(studyResults(study).map(({ variant }) => variant.name)).toEqual(['a']);
});

test('only runs that are through count in the table, all that came in the curves', () => {
  const study = makeStudy(['a'], { seeds: [1, 2, 3] });
  const [first, second, third] = study.jobs;
  if (first === undefined || second === undefined || third === undefined) throw new Error('no jobs');
  const done = {
    ...study,
    jobs: [
      { ...first, status: 'finished' as const, result: resultOf([4, 2]) },
      { ...second, status: 'finished' as const, result: resultOf([4, 1], { test: null }) },
      { ...third, status: 'running' as const },
    ],
  };
  const [result] = studyResults(done);
  expect(result?.values.validationLoss).toMatchObject({ n: 2, mean: 1.5, low: 1, high: 2 });
  expect(result?.values.testAccuracy).toMatchObject({ n: 1, deviation: null });
  expect(result?.counts).toMatchObject({ finished: 2, running: 1, waiting: 0 });
  const live = { job: third.id, epochs: resultOf([10]).epochs };
  const curve = variantCurve(done.jobs, 'validationLoss', live);
  expect(curve.map(({ epoch, spread }) => [epoch, spread.n, spread.mean])).toEqual([
    [1, 3, 6],
    [2, 2, 1.5],
  ]);
});

test('a study without validation data has none in its table', () => {
  const epochs = [{ epoch: 0, loss: 1, accuracy: 0.5, validationLoss: null, validationAccuracy: null }];
  const study = withResults(makeStudy(['a']), { a: resultOf([], { epochs }) });
  expect(studyResults(study)[0]?.values).toMatchObject({ validationLoss: null, loss: { mean: 1 } });
});

test('where values are learned the score is an error, and no share of anything', () => {
  const epochs = [{ epoch: 0, loss: 4, accuracy: 1.5, validationLoss: 5, validationAccuracy: 1.75 }];
  const test = { count: 10, loss: 6, accuracy: 2 };
  const study = withResults(makeStudy(['a']), { a: resultOf([], { epochs, test, learns: 'values' }) });
  const [result] = studyResults(study);
  expect(result?.values).toMatchObject({ accuracy: null, validationAccuracy: null, testAccuracy: null });
  expect(result?.values).toMatchObject({
    error: { mean: 1.5 },
    validationError: { mean: 1.75 },
    testError: { mean: 2 },
  });
  expect(drawnMeasures(study, null)).toEqual(['loss', 'validationLoss', 'error', 'validationError']);
});

test('names that are there already get a number', () => {
  expect(uniqueNames(['a', 'b', 'a', 'a'])).toEqual(['a', 'b', 'a (2)', 'a (3)']);
});
