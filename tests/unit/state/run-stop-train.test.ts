import type { RunRecord } from '@/lib/runs/run-record';
import { createMemoryRunStorage } from '@/lib/runs/run-storage';
import type { RunsStore } from '@/lib/state/runs';
import { createHarness, createRuns, finished, flush, report } from '@/tests/unit/state/run-harness';

/** Doors that a test opens, so that what waits at them takes as long as it says. */
function createDoors() {
  const waiting: (() => void)[] = [];
  return {
    pass: () => new Promise<void>((resolve) => waiting.push(resolve)),
    async open() {
      waiting.shift()?.();
      await flush();
    },
    count: () => waiting.length,
  };
}

/** Runs whose storage answers when the test says so. */
function createSlowHarness() {
  const [holds, keeps] = [createDoors(), createDoors()];
  const storage = createMemoryRunStorage();
  const fast = createRuns(storage);
  const live: RunsStore['live'] = {
    ...fast.live,
    hold: async (id) => {
      await holds.pass();
      return fast.live.hold(id);
    },
    keep: async (id) => {
      await keeps.pass();
      return fast.live.keep(id);
    },
  };
  const harness = createHarness({ runs: { ...fast, live } });
  const kept = (): Promise<readonly RunRecord[]> => storage.list();
  return { ...harness, holds, keeps, kept, storage };
}

const trainings = (asked: readonly string[]): number => asked.filter((name) => name === 'train').length;

describe('Stop and at once Train', () => {
  test('while the run before is not yet recorded, the second goes on, is recorded alone and no worker is asked twice', async () => {
    const { run, worker, holds, kept } = createSlowHarness();
    void run.actions.train();
    await flush();
    await run.actions.stop();
    expect(run.store.getState().phase).toBe('idle');
    void run.actions.train();
    await flush();
    expect(run.store.getState().phase).toBe('building');
    while (holds.count() > 0) await holds.open();
    expect(run.store.getState().phase).toBe('building');
    expect(trainings(worker.asked)).toBe(1);
    const records = await kept();
    expect(records.map(({ status }) => status)).toEqual(['running']);
    expect(records[0]?.id).toBe(run.store.getState().run);
  });

  test('a third press meanwhile is refused, and Stop ends what waits before it begins', async () => {
    const { run, worker, holds } = createSlowHarness();
    void run.actions.train();
    await flush();
    await run.actions.stop();
    void run.actions.train();
    await run.actions.train();
    await run.actions.stop();
    while (holds.count() > 0) await holds.open();
    expect(run.store.getState()).toMatchObject({ phase: 'idle', problem: null, run: null });
    expect(trainings(worker.asked)).toBe(0);
  });

  test('the curves of the run before are kept before the next one clears them', async () => {
    const { run, worker, holds, keeps, kept, storage } = createSlowHarness();
    const first = run.actions.train();
    await flush();
    await holds.open();
    worker.emit({ kind: 'phase', phase: 'training', backend: 'wasm' });
    worker.emit({
      kind: 'batches',
      first: 0,
      losses: Float32Array.of(2, 1),
      accuracies: Float32Array.of(0, 1),
      examplesPerSecond: 1,
      secondsLeft: 1,
      epoch: 0,
      progress: 0.5,
      seconds: 1,
    });
    void run.actions.stop();
    await worker.reply('train', { ...finished, ended: 'stopped' });
    await worker.reply('evaluate', report);
    const id = run.store.getState().run ?? '';
    void run.actions.train();
    await flush();
    while (keeps.count() > 0) await keeps.open();
    await first;
    expect([...((await storage.read(id))?.curves.losses ?? [])]).toEqual([2, 1]);
    while (holds.count() > 0) await holds.open();
    expect(run.store.getState()).toMatchObject({ phase: 'building' });
    expect((await kept()).map(({ status }) => status).sort()).toEqual(['running', 'stopped']);
  });

  test('a run that is resumed and stopped before its weights are read stays stopped', async () => {
    const harness = createSlowHarness();
    const { run, worker, holds, keeps } = harness;
    void run.actions.train();
    await flush();
    await holds.open();
    worker.emit({ kind: 'phase', phase: 'training', backend: 'wasm' });
    void run.actions.stop();
    await worker.reply('train', { ...finished, ended: 'stopped' });
    await worker.reply('evaluate', report);
    while (keeps.count() > 0) await keeps.open();
    void run.actions.resumeRun();
    await flush();
    await run.actions.stop();
    while (holds.count() > 0) await holds.open();
    expect(run.store.getState()).toMatchObject({ phase: 'idle', problem: null });
    expect(trainings(worker.asked)).toBe(1);
  });

  test('while a run goes on, another is neither shown nor are its weights loaded, then or later', async () => {
    const { run, worker, holds } = createSlowHarness();
    void run.actions.train();
    await flush();
    await holds.open();
    worker.emit({ kind: 'phase', phase: 'training', backend: 'wasm' });
    expect(await run.actions.load('last')).toBe(false);
    expect(await run.actions.show('another')).toBe(false);
  });
});
