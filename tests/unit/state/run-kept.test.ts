import { createMemoryTables } from '@/lib/platform/tables';
import type { RunTable } from '@/lib/platform/run-tables';
import { createRunStorage } from '@/lib/runs/run-storage';
import { createCheckpointStorage } from '@/lib/training/checkpoints/checkpoint-storage';
import type { WorkerEvent } from '@/lib/training/protocol';
import { checkpointAt } from '@/tests/unit/training/checkpoints/checkpoint-double';
import { createHarness, createRuns, design, finished, flush, report } from '@/tests/unit/state/run-harness';

/** One browser's storage, and tabs that share it. */
function createBrowser() {
  const tables = createMemoryTables<RunTable>();
  const storage = createRunStorage(tables);
  const checkpoints = createCheckpointStorage(tables);
  return { storage, checkpoints, openTab: () => createHarness({ runs: createRuns(storage), checkpoints }) };
}

function batches(first: number, losses: readonly number[]): WorkerEvent {
  return {
    kind: 'batches',
    first,
    losses: Float32Array.from(losses),
    accuracies: Float32Array.from(losses, () => 0.5),
    examplesPerSecond: 1200,
    secondsLeft: 30,
    epoch: 0,
    progress: 0.25,
    seconds: 1,
  };
}

const CHECKPOINT: WorkerEvent = { kind: 'checkpoint', epoch: 1, batches: 2, bytes: 100, best: 1, kept: [] };
const ORDER = { document: design, parent: null, study: null, resume: null } as const;

async function startRun(tab: ReturnType<ReturnType<typeof createBrowser>['openTab']>): Promise<string> {
  void tab.run.actions.train();
  await flush();
  tab.worker.emit({ kind: 'phase', phase: 'training', backend: 'wasm' });
  return tab.run.store.getState().run ?? '';
}

describe('a run is kept', () => {
  test('from its start, as one that goes on', async () => {
    const browser = createBrowser();
    const tab = browser.openTab();
    const id = await startRun(tab);
    expect(await browser.storage.read(id)).toMatchObject({
      record: { name: 'Test #1', status: 'running', backend: 'wasm', design: 'design-1', params: 10, parent: null },
      document: { name: 'Test' },
    });
    expect(tab.worker.requestOf('train')?.checkpoints).toEqual({
      run: id,
      everySeconds: 10,
      keepEvery: 0,
      resume: false,
    });
  });

  test('as it goes, and to its end with curves, test and outcome', async () => {
    const browser = createBrowser();
    const { run, worker, timer } = browser.openTab();
    const ending = run.actions.start({ ...ORDER, name: 'Mine', tags: ['one'] });
    await flush();
    worker.emit({ kind: 'phase', phase: 'training', backend: 'wasm' });
    worker.emit(batches(0, [2, 1]));
    timer.pass(10_000);
    await flush();
    const id = run.store.getState().run ?? '';
    worker.emit({
      kind: 'epoch',
      metrics: { epoch: 0, loss: 1.5, accuracy: 0.5, validationLoss: 1, validationAccuracy: 0.7 },
    });
    await worker.reply('train', finished);
    await worker.reply('evaluate', report);
    const end = await ending;
    expect(end).toMatchObject({ ended: 'finished', problem: null, record: { id, status: 'finished', epochs: 1 } });
    const kept = await browser.storage.read(id);
    expect(kept?.record).toMatchObject({
      name: 'Mine',
      tags: ['one'],
      test: { count: 2, accuracy: 0.5, loss: 0.7 },
      last: { epoch: 0, loss: 1.5 },
      outcome: { ended: 'finished' },
    });
    expect([...(kept?.curves.losses ?? [])]).toEqual([2, 1]);
    expect([...(kept?.curves.times ?? [])]).toEqual([2, 1]);
    expect(kept?.report).toEqual(report);
  });

  test('as the child of the last one of its design', async () => {
    const browser = createBrowser();
    const tab = browser.openTab();
    const first = await startRun(tab);
    await tab.worker.reply('train', { ...finished, ended: 'stopped' });
    await tab.worker.reply('evaluate', report);
    const second = await startRun(tab);
    expect((await browser.storage.read(second))?.record.parent).toBe(first);
  });

  test('a second order while one goes on is refused at once and leaves it alone', async () => {
    const tab = createBrowser().openTab();
    await startRun(tab);
    expect(await tab.run.actions.start(ORDER)).toMatchObject({ ended: 'failed', record: null });
    expect(tab.run.store.getState().phase).toBe('training');
  });
});

describe('a run that was interrupted', () => {
  async function killedTab() {
    const browser = createBrowser();
    const tab = browser.openTab();
    const id = await startRun(tab);
    tab.worker.emit(batches(0, [2, 1]));
    await browser.checkpoints.write(id, checkpointAt({ epoch: 1, batches: 2 }), { isBest: true, staysKept: false });
    return { browser, id };
  }

  test('is shown by the next tab with what is kept, and goes on from there when asked', async () => {
    const { browser, id } = await killedTab();
    const { run, worker } = browser.openTab();
    await run.actions.showLast();
    expect(run.store.getState()).toMatchObject({ run: id, phase: 'idle', checkpoint: { epoch: 1, canGoOn: true } });
    expect(run.store.getState().series).toHaveLength(2);
    void run.actions.resumeRun();
    await flush();
    expect(worker.requestOf('train')).toMatchObject({ backend: 'wasm', checkpoints: { run: id, resume: true } });
    const losses = Float32Array.of(3, 2.5);
    worker.emit({ kind: 'resumed', losses, scores: losses, times: Float32Array.of(2, 1), epochs: [] });
    expect([...run.store.getState().series.losses]).toEqual([3, 2.5]);
    await worker.reply('train', finished);
    await worker.reply('evaluate', report);
    expect((await browser.storage.read(id))?.record.status).toBe('finished');
  });

  test('after its end but before its test is only tested', async () => {
    const { browser, id } = await killedTab();
    await browser.checkpoints.finish(id);
    const { run, worker } = browser.openTab();
    const ending = run.actions.start({ ...ORDER, resume: id });
    await flush();
    expect(worker.requestOf('train')).toMatchObject({
      settings: { epochs: 0 },
      startWeights: [{ name: 'dense_1/bias' }],
    });
    await worker.reply('train', { ...finished, batches: 0, epochs: 0 });
    await worker.reply('evaluate', report);
    expect(await ending).toMatchObject({
      ended: 'finished',
      record: { id, outcome: { batches: 2 }, test: { count: 2 } },
    });
  });

  test('that was removed meanwhile is refused by name', async () => {
    const { browser, id } = await killedTab();
    await browser.storage.remove([id], 0);
    const { run } = browser.openTab();
    expect(await run.actions.start({ ...ORDER, resume: id })).toMatchObject({
      ended: 'failed',
      problem: { kind: 'run-gone' },
    });
  });

  test('by a lost graphics context while it is held is gone on with by one click, from its checkpoint', async () => {
    const tab = createBrowser().openTab();
    const id = await startRun(tab);
    tab.worker.emit(batches(0, [2, 1]));
    tab.worker.emit(CHECKPOINT);
    tab.worker.emit({ kind: 'phase', phase: 'paused', backend: 'wasm' });
    tab.worker.emit({ kind: 'context-lost', backend: 'webgl' });
    await flush();
    expect(tab.run.store.getState()).toMatchObject({ phase: 'idle', problem: { kind: 'failure' } });
    void tab.run.actions.restart();
    await flush();
    expect(tab.worker.requestOf('train')?.checkpoints).toMatchObject({ run: id, resume: true });
  });
});

describe('a kept network', () => {
  test('is given to the worker when it is first asked', async () => {
    const browser = createBrowser();
    const first = browser.openTab();
    const id = await startRun(first);
    await browser.checkpoints.write(id, checkpointAt({ epoch: 2, batches: 2 }), { isBest: true, staysKept: false });
    await browser.checkpoints.finish(id);
    await first.worker.reply('train', finished);
    await first.worker.reply('evaluate', report);

    const { run, worker } = browser.openTab();
    await run.actions.showLast();
    expect(run.store.getState()).toMatchObject({ hasModel: false, report, checkpoint: { canGoOn: false } });
    const answer = run.actions.ask('predict-samples', { indices: [1] });
    await flush();
    expect(worker.requestOf('train')).toMatchObject({ startWeights: [{ values: Float32Array.of(2) }] });
    await worker.reply('train', { ...finished, batches: 0, epochs: 0 });
    await worker.reply('predict-samples', { predictions: [] });
    expect(await answer).toEqual({ ok: true, value: { predictions: [] } });
    expect(run.store.getState()).toMatchObject({ hasModel: true, report });
    expect(worker.asked).not.toContain('evaluate');
  });

  test('of another epoch is tested for the page, and the record keeps the test of the last', async () => {
    const browser = createBrowser();
    const { run, worker } = browser.openTab();
    const ending = run.actions.start(ORDER);
    await flush();
    worker.emit({ kind: 'phase', phase: 'training', backend: 'wasm' });
    const id = run.store.getState().run ?? '';
    await browser.checkpoints.write(id, checkpointAt({ epoch: 1, batches: 1 }), { isBest: true, staysKept: false });
    await browser.checkpoints.write(id, checkpointAt({ epoch: 2, batches: 2 }), { isBest: false, staysKept: false });
    await worker.reply('train', finished);
    await worker.reply('evaluate', report);
    await ending;
    expect(run.store.getState().given).toBeNull();
    const loading = run.actions.load('best');
    await worker.reply('train', { ...finished, batches: 0, epochs: 0 });
    await worker.reply('evaluate', { ...report, accuracy: 1 });
    await loading;
    expect(run.store.getState()).toMatchObject({ given: 'best', report: { accuracy: 1 } });
    expect((await browser.storage.read(id))?.record.test).toMatchObject({ accuracy: 0.5 });
    // Back to the last, the page has its test again.
    const again = run.actions.load('last');
    await worker.reply('train', { ...finished, batches: 0, epochs: 0 });
    await worker.reply('evaluate', report);
    await again;
    expect(run.store.getState().report).toMatchObject({ accuracy: 0.5 });
  });
});
