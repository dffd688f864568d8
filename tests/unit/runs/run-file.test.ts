import fc from 'fast-check';
import type { KeptRun } from '@/lib/runs/run-record';
import { isSameRun, readRuns, writeRuns } from '@/lib/runs/files/run-file';
import type { TestOutputs } from '@/lib/training/protocol';
import { makeRun } from '@/tests/unit/runs/make-run';

/** What a file says of runs: no checkpoints travel. */
const asRead = (run: KeptRun): KeptRun => ({ ...run, record: { ...run.record, kept: [] } });

function readBack(...runs: readonly KeptRun[]): readonly KeptRun[] {
  const result = readRuns(writeRuns(runs));
  return result.ok ? result.value : [];
}

/** The file with one thing changed in its first run. */
function spoilt(change: (run: Record<string, unknown>) => void): string {
  const file = JSON.parse(writeRuns([makeRun()])) as { runs: Record<string, unknown>[] };
  for (const run of file.runs.slice(0, 1)) change(run);
  return JSON.stringify(file);
}

/** Two numbers for each of the three samples, as a file has them. */
function outputsOf(given: readonly number[], wanted: readonly number[] | null) {
  return { kind: 'values', width: 2, given: { float32: given }, wanted: wanted && { float32: wanted } };
}

describe('a file of runs', () => {
  it('gives back everything but the checkpoints', () => {
    const runs = [makeRun(), makeRun({ id: 'run-2', last: null, test: null, outcome: null, status: 'failed' })];
    expect(readBack(...runs)).toEqual(runs.map(asRead));
  });

  it('gives back the backends that a run had to leave', () => {
    const moves = [{ backend: 'webgl', batches: 40 }] as const;
    expect(readBack(makeRun({ moves }))[0]?.record).toMatchObject({ backend: 'wasm', moves });
  });

  it('gives back what a run learns, and leaves out what no run can learn', () => {
    expect(readBack(makeRun({ learns: 'values' }))[0]?.record.learns).toBe('values');
    expect(readBack(makeRun({ learns: 'songs' as never }))[0]?.record).not.toHaveProperty('learns');
  });

  it('gives back every number of 32 bits exactly, what is not finite too', () => {
    fc.assert(
      fc.property(fc.float32Array(), (losses) => {
        const run = makeRun();
        const [read] = readBack({ ...run, curves: { ...run.curves, losses, scores: losses } });
        expect(read?.curves.losses).toEqual(losses.map((value) => (Object.is(value, -0) ? 0 : value)));
      }),
    );
  });

  it('keeps a diverged run’s last loss, which is no number', () => {
    const last = { epoch: 0, loss: Number.NaN, accuracy: 0.1, validationLoss: Infinity, validationAccuracy: null };
    expect(readBack(makeRun({ last }))[0]?.record.last).toEqual(last);
  });

  it('keeps what early stopping did and the figures of every output, and leaves damaged ones out', () => {
    const { outcome } = makeRun().record;
    if (outcome === null) throw new Error('The run has no outcome.');
    const early = { ...outcome, earlyStopping: { stopped: true, best: 1 } };
    const run = makeRun({ outcome: early });
    const heads = [{ name: 'softmax_1', kind: 'classes', loss: 0.5, score: 0.25 }] as const;
    const [read] = readBack({ ...run, report: run.report && { ...run.report, heads } });
    expect(read?.record.outcome).toEqual(early);
    expect(read?.report?.heads).toEqual(heads);
    const damaged = spoilt(({ report }) => void Object.assign(Object(report), { heads: [{ name: 7 }] }));
    const result = readRuns(damaged);
    expect(result.ok && result.value[0]?.report).toEqual(makeRun().report);
  });

  it('keeps the figures of every output at the end of an epoch, and leaves damaged ones out', () => {
    const heads = [{ name: 'softmax_1', kind: 'classes', loss: 0.5, score: 0.25 }] as const;
    const run = makeRun();
    const withHeads = (given: unknown) => {
      const epochs = run.curves.epochs.map((epoch) => ({ ...epoch, heads: given as typeof heads }));
      return readBack({ ...run, curves: { ...run.curves, epochs } })[0]?.curves.epochs;
    };
    expect(withHeads(heads)).toEqual(run.curves.epochs.map((epoch) => ({ ...epoch, heads })));
    expect(withHeads([{ name: 7 }])).toEqual(run.curves.epochs);
  });

  it('takes a run that was going on for one that was stopped', () => {
    expect(readBack(makeRun({ status: 'running' }))[0]?.record.status).toBe('stopped');
  });

  it.each([
    ['nothing', '', 'not-json'],
    ['a design', '{"format":"shapeflow","version":2}', 'not-ours'],
    ['a file of a later version', '{"format":"shapeflow-runs","version":2,"runs":[]}', 'too-new'],
    ['a null', 'null', 'not-ours'],
  ])('refuses %s', (_, text, kind) => {
    expect(readRuns(text)).toMatchObject({ ok: false, error: { kind } });
  });

  it.each([
    ['record', (run: Record<string, unknown>) => void Object.assign(Object(run['record']), { status: 'dancing' })],
    ['record', (run: Record<string, unknown>) => void Object.assign(Object(run['record']), { name: 7 })],
    ['document', (run: Record<string, unknown>) => void (run['document'] = { format: 'other' })],
    ['curves', (run: Record<string, unknown>) => void Object.assign(Object(run['curves']), { losses: [1, 2] })],
    ['report', (run: Record<string, unknown>) => void Object.assign(Object(run['report']), { confusion: 'many' })],
  ])('names the damaged part: %s', (part, change) => {
    expect(readRuns(spoilt(change))).toEqual({ ok: false, error: { kind: 'damaged', run: 1, part, lengths: null } });
  });

  it('gives back what the network gave for every sample of the test', () => {
    const run = makeRun();
    const outputs = { kind: 'values', width: 2, given: new Float32Array(6), wanted: Float32Array.of(1, 2, 3, 4, 5, 6) };
    const report = run.report && { ...run.report, outputs: outputs as TestOutputs };
    expect(readBack({ ...run, report })[0]?.report?.outputs).toEqual(outputs);
  });

  it.each([
    ['curves.scores', 'curves', { scores: { float32: [1, 2] } }, 2, 6],
    ['curves.times', 'curves', { times: { float32: [3, 1.5, 6] } }, 3, 4],
    ['curves.gradients', 'curves', { gradients: { float32: [1] } }, 1, 2],
    ['report.predicted', 'report', { predicted: { uint16: [0, 1] } }, 2, 3],
    ['report.labels', 'report', { labels: { uint16: [0, 1, 1, 1] } }, 4, 3],
    ['report.confusion', 'report', { confusion: [[1, 1], [0]] }, 1, 2],
    ['report.outputs.given', 'report', { outputs: outputsOf([1, 2, 3, 4, 5], null) }, 5, 6],
    ['report.outputs.wanted', 'report', { outputs: outputsOf([1, 2, 3, 4, 5, 6], [1, 2]) }, 2, 6],
  ])('refuses a row of another length than it must have, and says of which: %s', (part, place, change, has, wants) => {
    const text = spoilt((run) => void Object.assign(Object(run[place]), change));
    expect(readRuns(text)).toEqual({ ok: false, error: { kind: 'damaged', run: 1, part, lengths: { has, wants } } });
  });

  it('knows a run again, whatever it is called by now', () => {
    const { record } = makeRun();
    expect(isSameRun(record, { ...record, name: 'Renamed', tags: [] })).toBe(true);
    expect(isSameRun(record, { ...record, epochs: 3 })).toBe(false);
  });
});
