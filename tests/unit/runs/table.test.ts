import { curvesCsv, runsCsv } from '@/lib/runs/files/csv';
import { seriesOf } from '@/lib/runs/chart/series';
import type { RunRecord } from '@/lib/runs/run-record';
import { EVERY_RUN, filterRuns, groupRuns, sortRuns } from '@/lib/runs/table/run-row';
import { fitsRanges, parallelAxes } from '@/lib/runs/table/parallel';
import { sortValues, valuesTable } from '@/lib/runs/table/values-table';
import { DEFAULT_TRAINING } from '@/lib/document/training-settings';
import { makeRun } from '@/tests/unit/runs/make-run';

const last = (loss: number) => ({ epoch: 1, loss, accuracy: 0.9, validationLoss: 0.3, validationAccuracy: 0.875 });
const record = (id: string, change: Partial<RunRecord> = {}): RunRecord => makeRun({ id, name: id, ...change }).record;

describe('the list of runs', () => {
  const runs = [
    record('a', { note: 'Kết quả đầu tiên', tags: ['x'], createdAt: 1, last: last(0.5) }),
    record('b', { status: 'failed', createdAt: 2, last: null }),
    record('c', { design: 'other', tags: ['x', 'y'], createdAt: 3, last: last(0.1) }),
  ];
  const ids = (list: readonly RunRecord[]) => list.map(({ id }) => id).join('');

  it('is filtered by words without regard to accents, by tag, design and status', () => {
    expect(ids(filterRuns(runs, { ...EVERY_RUN, text: 'ket  DAU' }))).toBe('a');
    expect(ids(filterRuns(runs, { ...EVERY_RUN, tag: 'x' }))).toBe('ac');
    expect(ids(filterRuns(runs, { ...EVERY_RUN, tag: 'x', design: 'other' }))).toBe('c');
    expect(ids(filterRuns(runs, { ...EVERY_RUN, status: 'failed' }))).toBe('b');
    expect(ids(filterRuns(runs, EVERY_RUN))).toBe('abc');
  });

  it('is sorted either way with what is unknown last, equals newest first', () => {
    expect(ids(sortRuns(runs, { by: 'loss', descending: false }))).toBe('cab');
    expect(ids(sortRuns(runs, { by: 'loss', descending: true }))).toBe('acb');
    expect(ids(sortRuns(runs, { by: 'data', descending: false }))).toBe('cba');
    expect(ids(sortRuns(runs, { by: 'date', descending: true }))).toBe('cba');
  });
});

describe('the table of values', () => {
  const runs = [record('a', { last: last(0.5) }), record('b', { last: last(0.3) }), record('c', { last: last(0.2) })];
  const records = new Map(runs.map((run) => [run.id, run]));
  const groups = groupRuns(
    ['a', 'c', 'b'],
    new Map([
      ['a', 'one'],
      ['b', 'one'],
      ['c', 'two'],
    ]),
  );

  it('puts runs of one signature into one row, in the order of their first', () => {
    expect(groups.map(({ runs: members }) => members)).toEqual([['a', 'b'], ['c']]);
  });

  it('has mean, deviation and the difference to the baseline’s mean, and says which is better', () => {
    const [base, other] = valuesTable(groups, records, 'b');
    expect(base?.isBaseline).toBe(true);
    expect(base?.values.loss).toMatchObject({ mean: 0.4, count: 2, delta: null });
    expect(base?.values.loss?.deviation).toBeCloseTo(Math.sqrt(0.02), 12);
    expect(other?.values.loss?.delta).toBeCloseTo(-0.2, 12);
    expect(other?.values.loss?.better).toBe(true);
    expect(other?.values.params).toMatchObject({ delta: 0, better: null });
  });

  it('takes less for better where the score says how far values are off, and compares no shares with distances', () => {
    const off = (id: string, accuracy: number) =>
      record(id, { learns: 'values', last: { ...last(0.5), accuracy }, test: { count: 2, loss: 1, accuracy } });
    const all = [off('d', 0.2), off('e', 0.1), record('f', { last: last(0.5) })];
    const alone = all.map(({ id }) => ({ key: id, runs: [id] }));
    const [, nearer, share] = valuesTable(alone, new Map(all.map((run) => [run.id, run])), 'd');
    expect(nearer?.values.score).toMatchObject({ better: true, learns: 'values' });
    expect(nearer?.values.testScore).toMatchObject({ better: true });
    expect(share?.values.score).toMatchObject({ delta: null, better: null });
    expect(share?.values.loss).toMatchObject({ delta: 0 });
  });

  it('is sorted by any figure', () => {
    const rows = valuesTable(groups, records, 'a');
    expect(sortValues(rows, 'loss', 'ascending').map(({ runs: [first] }) => first)).toEqual(['c', 'a']);
    expect(sortValues(rows, null, 'ascending')).toBe(rows);
  });
});

describe('parallel coordinates', () => {
  const training = (learningRate: number) => ({
    ...DEFAULT_TRAINING,
    optimizer: { ...DEFAULT_TRAINING.optimizer, learningRate, momentum: learningRate },
  });
  const runs = [0.1, 0.01].map((rate, index) => ({
    record: record(`r${index}`, { last: last(rate) }),
    training: training(rate),
  }));

  it('have an axis for every number in use that differs', () => {
    expect(parallelAxes(runs, 9).map(({ name }) => name)).toEqual(['optimizer.learningRate', 'loss']);
    expect(parallelAxes(runs.slice(0, 1), 9)).toEqual([]);
  });

  it('keep the runs within every range', () => {
    const axes = parallelAxes(runs, 9);
    const fit = (ranges: Parameters<typeof fitsRanges>[2]) =>
      runs.filter((run) => fitsRanges(run.record.id, axes, ranges));
    expect(fit({})).toHaveLength(2);
    expect(fit({ loss: [0, 0.05] }).map((run) => run.record.id)).toEqual(['r1']);
    expect(fit({ loss: [0, 0.05], 'optimizer.learningRate': [0.05, 1] })).toEqual([]);
  });
});

describe('the lines of a run', () => {
  it('stand along steps, epochs and seconds; what is between two clock readings is passed evenly', () => {
    const xs = (axis: 'step' | 'epoch' | 'time') => [...seriesOf(makeRun(), { quantity: 'loss', axis }).xs];
    expect(xs('step')).toEqual([1, 2, 3, 4, 5, 6]);
    // 150 samples in batches of 64 are three batches an epoch.
    expect(xs('epoch').map((x) => x * 3)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(xs('time')).toEqual([0.5, 1, 1.5, 2, 2.5, 3]);
  });

  it('have what is measured once an epoch at its end', () => {
    const { xs, ys } = seriesOf(makeRun(), { quantity: 'validation-score', axis: 'step' });
    expect([[...xs], [...ys]]).toEqual([
      [3, 6],
      [0.75, 0.875],
    ]);
  });

  it('go into a spreadsheet, one line a batch', () => {
    const lines = curvesCsv([makeRun()]).trimEnd().split('\r\n');
    expect(lines).toHaveLength(7);
    expect(lines[3]).toBe('run-1,First,3,1,1.5,1.20000005,0.5,0.9,0.75');
  });

  it('and one line a run', () => {
    const [, line] = runsCsv([makeRun().record], () => '2023-11-14').split('\r\n');
    expect(line).toBe(
      'run-1,First,lecture,as in the lecture,2023-11-14,finished,MNIST,wasm,,0.25,0.9,0.3,0.875,0.28,0.666666667,61706,2,3',
    );
  });
});
