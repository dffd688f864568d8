import { seriesOf } from '@/lib/runs/chart/series';
import { makeRun } from './make-run';

test('the norm of the gradient is a curve of its own, at the batches at which it was looked at', () => {
  const run = makeRun({});
  const gradients = Float32Array.of(1, 8, 5, 2);
  const { xs, ys } = seriesOf({ ...run, curves: { ...run.curves, gradients } }, { quantity: 'gradient', axis: 'step' });
  expect([...xs]).toEqual([1, 5]);
  expect([...ys]).toEqual([8, 2]);
});

test('a run of an older file has none', () => {
  expect([...seriesOf(makeRun({}), { quantity: 'gradient', axis: 'epoch' }).xs]).toEqual([]);
});
