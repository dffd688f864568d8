import { createMemoryTables } from '@/lib/platform/tables';
import type { RunTable } from '@/lib/platform/run-tables';
import { backendsOf } from '@/lib/runs/backends-of';
import { createRunStorage } from '@/lib/runs/run-storage';
import { createCheckpointStorage } from '@/lib/training/checkpoints/checkpoint-storage';
import type { BackendName, Failure, WorkerEvent } from '@/lib/training/protocol';
import {
  backends,
  createHarness,
  createRuns,
  design,
  finished,
  flush,
  report,
  type Harness,
} from '@/tests/unit/state/run-harness';

const ORDER = { document: design, parent: null, study: null, resume: null } as const;
const NO_WEBGL: Failure = { code: 'training/no-backend', node: null, detail: 'webgl: it did not start' };

function checkpointAt(batches: number): WorkerEvent {
  return { kind: 'checkpoint', epoch: 0, batches, bytes: 100, best: null, kept: [] };
}

function resumedAt(batches: number): WorkerEvent {
  const losses = new Float32Array(batches).fill(1);
  return { kind: 'resumed', losses, scores: losses, times: Float32Array.of(batches, 1), epochs: [] };
}

/** A run on WebGL that has trained for a while and has a checkpoint after its fourth batch. */
async function runOnWebgl(harness: Harness) {
  const { run, worker } = harness;
  const ending = run.actions.start(ORDER);
  await flush();
  worker.emit({ kind: 'phase', phase: 'training', backend: 'webgl' });
  worker.emit({ kind: 'renderer', renderer: 'A card' });
  worker.emit(checkpointAt(4));
  return { ending, id: run.store.getState().run ?? '' };
}

function createOnWebgl() {
  const storage = createRunStorage(createMemoryTables<RunTable>());
  const checkpoints = createCheckpointStorage(createMemoryTables<RunTable>());
  const harness = createHarness({ runs: createRuns(storage), checkpoints, preferredBackend: () => 'webgl' });
  return { ...harness, storage };
}

async function lose({ worker }: Pick<Harness, 'worker'>, backend: BackendName = 'webgl'): Promise<void> {
  worker.emit({ kind: 'context-lost', backend });
  await flush();
}

/** The tries on the same backend, all of which find it gone. */
async function refuseAll({ worker, timer }: Pick<Harness, 'worker' | 'timer'>): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    timer.pass(10_000);
    await worker.refuse('train', NO_WEBGL);
  }
}

describe('a run whose graphics context is lost', () => {
  test('goes on by itself from its checkpoint, in a new worker, on the same backend', async () => {
    const harness = createOnWebgl();
    const { run, worker, storage } = harness;
    const { ending, id } = await runOnWebgl(harness);
    await lose(harness);
    expect(worker.restarts()).toBe(1);
    expect(run.store.getState()).toMatchObject({ phase: 'building', problem: null, loss: { isBack: false } });
    expect(worker.requestOf('train')).toMatchObject({ backend: 'webgl', checkpoints: { run: id, resume: true } });
    worker.emit(resumedAt(4));
    expect(run.store.getState()).toMatchObject({ loss: { backend: 'webgl', batches: 4, isBack: true }, moves: [] });
    await worker.reply('train', { ...finished, backend: 'webgl' });
    await worker.reply('evaluate', report);
    expect(await ending).toMatchObject({ ended: 'finished', problem: null, record: { id, backend: 'webgl' } });
    const kept = (await storage.read(id))?.record;
    expect(kept).toMatchObject({ status: 'finished', machine: { renderer: 'A card' } });
    expect(kept).not.toHaveProperty('moves');
  });

  test('stopped while it waits for its card, it is over at once and leaves the next run alone', async () => {
    const harness = createOnWebgl();
    const { run, worker, timer, storage } = harness;
    const { ending, id } = await runOnWebgl(harness);
    await lose(harness);
    await worker.refuse('train', NO_WEBGL);
    await run.actions.stop();
    await flush();
    const next = await runOnWebgl(harness);
    timer.pass(10_000);
    await flush();
    expect(await ending).toMatchObject({ ended: 'stopped', record: { id } });
    expect(run.store.getState()).toMatchObject({ phase: 'training', run: next.id });
    expect((await storage.read(next.id))?.record.status).toBe('running');
  });

  test('forgets what it saw of batches that are trained again', async () => {
    const harness = createOnWebgl();
    const { run, worker } = harness;
    await runOnWebgl(harness);
    for (const batch of [3, 6]) worker.emit({ kind: 'health', snapshot: { batch, epoch: 0, layers: [] } });
    await lose(harness);
    worker.emit(resumedAt(4));
    expect(run.store.getState().gradients.map(([batches]) => batches)).toEqual([3]);
    expect(run.store.getState().health.map(({ batch }) => batch)).toEqual([3]);
  });

  test('waits for a card that takes a moment, and tries again', async () => {
    const harness = createOnWebgl();
    const { worker, timer } = harness;
    await runOnWebgl(harness);
    await lose(harness);
    await worker.refuse('train', NO_WEBGL);
    expect(worker.requestOf('train')).toBeUndefined();
    timer.pass(1000);
    await flush();
    expect(worker.requestOf('train')).toMatchObject({ backend: 'webgl', checkpoints: { resume: true } });
  });

  test('moves to another backend where its own does not come back, and its record says so', async () => {
    const harness = createOnWebgl();
    const { run, worker, storage } = harness;
    const { ending, id } = await runOnWebgl(harness);
    await lose(harness);
    await refuseAll(harness);
    await worker.reply('probe', { backends });
    expect(worker.requestOf('train')).toMatchObject({ backend: 'wasm', checkpoints: { run: id, resume: true } });
    worker.emit({ kind: 'phase', phase: 'training', backend: 'wasm' });
    worker.emit({ kind: 'renderer', renderer: null });
    expect(run.store.getState()).toMatchObject({ backend: 'wasm', moves: [{ backend: 'webgl', batches: 4 }] });
    await worker.reply('train', finished);
    await worker.reply('evaluate', report);
    await ending;
    const record = (await storage.read(id))?.record;
    expect(record).toMatchObject({ machine: { renderer: 'A card' }, moves: [{ backend: 'webgl', batches: 4 }] });
    expect(record && backendsOf(record)).toBe('webgl → wasm');
  });

  test('counts a card that is lost again before anything new was kept as not come back', async () => {
    const harness = createOnWebgl();
    const { worker, timer } = harness;
    await runOnWebgl(harness);
    for (let losses = 0; losses < 4; losses += 1) {
      await lose(harness);
      timer.pass(10_000);
      await flush();
      if (losses < 3) worker.emit(resumedAt(4));
    }
    await worker.reply('probe', { backends });
    expect(worker.requestOf('train')).toMatchObject({ backend: 'wasm' });
  });

  test('is tried anew on its card after each checkpoint', async () => {
    const harness = createOnWebgl();
    const { run, worker, timer } = harness;
    await runOnWebgl(harness);
    for (let losses = 0; losses < 6; losses += 1) {
      await lose(harness);
      timer.pass(10_000);
      await flush();
      worker.emit(resumedAt(4 + losses));
      worker.emit(checkpointAt(5 + losses));
    }
    expect(worker.requestOf('train')).toMatchObject({ backend: 'webgl' });
    expect(run.store.getState().moves).toEqual([]);
  });

  test('ends with the reason where nothing else is left, and can be resumed', async () => {
    const harness = createOnWebgl();
    const { run, worker } = harness;
    const { ending } = await runOnWebgl(harness);
    await lose(harness);
    await refuseAll(harness);
    await worker.reply('probe', { backends: backends.filter(({ name }) => name === 'webgpu') });
    const problem = { kind: 'failure', failure: { code: 'training/context-lost', detail: 'webgl' } };
    expect(await ending).toMatchObject({ ended: 'failed', problem, record: { status: 'interrupted' } });
    expect(run.store.getState()).toMatchObject({ phase: 'idle', loss: null });
  });

  test('does not go on after a person has ended it meanwhile', async () => {
    const harness = createOnWebgl();
    const { run, worker, timer } = harness;
    const { ending } = await runOnWebgl(harness);
    await lose(harness);
    await worker.refuse('train', NO_WEBGL);
    await run.actions.stop();
    timer.pass(10_000);
    expect(await ending).toMatchObject({ problem: null });
    expect(worker.requestOf('train')).toBeUndefined();
    expect(run.store.getState()).toMatchObject({ phase: 'idle', loss: null });
  });

  test('without a checkpoint ends as a failure', async () => {
    const harness = createOnWebgl();
    const { run, worker } = harness;
    void run.actions.train();
    await flush();
    worker.emit({ kind: 'phase', phase: 'training', backend: 'webgl' });
    await lose(harness);
    expect(run.store.getState()).toMatchObject({ phase: 'idle', problem: { kind: 'failure' }, loss: null });
  });
});
