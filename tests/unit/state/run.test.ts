import { SILENCE_MS } from '@/lib/state/run-watchdog';
import type { WorkerEvent } from '@/lib/training/protocol';
import {
  backends,
  createHarness,
  createTrainingHarness,
  design,
  finished,
  flush,
  plan,
  report,
  settings,
} from '@/tests/unit/state/run-harness';

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

describe('a run that goes well', () => {
  test('goes from building over training to a test report', async () => {
    const { run, worker } = await createTrainingHarness();
    worker.emit(batches(0, [2, 1]));
    worker.emit({
      kind: 'epoch',
      metrics: { epoch: 0, loss: 1.5, accuracy: 0.5, validationLoss: 1, validationAccuracy: 0.7 },
    });
    await worker.reply('train', finished);
    expect(run.store.getState().phase).toBe('evaluating');
    await worker.reply('evaluate', report);
    const state = run.store.getState();
    expect(state.phase).toBe('idle');
    expect(state.report).toBe(report);
    expect(state.hasModel).toBe(true);
    expect([...state.series.losses]).toEqual([2, 1]);
    expect(state.epochs).toEqual([
      { epoch: 1, loss: 1.5, accuracy: 0.5, validationLoss: 1, validationAccuracy: 0.7, batches: 2 },
    ]);
    expect(state.progress).toEqual({ epoch: 1, share: 0.25, examplesPerSecond: 1200, secondsLeft: 30 });
  });

  test('trains the design as it stood when it began', async () => {
    const { run, worker } = await createTrainingHarness();
    expect(run.store.getState().subject?.document).toBe(design);
    expect(worker.requestOf('train')?.settings).toBe(settings);
  });

  test('tells readers of new batches by a version, not by another array', async () => {
    const { run, worker } = await createTrainingHarness();
    const before = run.store.getState();
    worker.emit(batches(0, [2]));
    const after = run.store.getState();
    expect(after.series).toBe(before.series);
    expect(after.seriesVersion).toBeGreaterThan(before.seriesVersion);
  });

  test('a second run starts with empty curves and without the old report', async () => {
    const { run, worker } = await createTrainingHarness();
    worker.emit(batches(0, [2, 1]));
    await worker.reply('train', finished);
    await worker.reply('evaluate', report);
    void run.actions.train();
    await flush();
    const state = run.store.getState();
    expect(state.series).toHaveLength(0);
    expect(state.report).toBeNull();
    expect(state.hasModel).toBe(false);
  });

  test('given weights without training, it is built with them, trained for no epoch, and tested', async () => {
    const weights = [{ name: 'dense_1/bias', shape: [2], values: Float32Array.of(1, 2) }];
    const { run, worker } = createHarness({ startWeights: () => Promise.resolve(null) });
    void run.actions.tryWeights(weights);
    await flush();
    expect(worker.requestOf('train')).toMatchObject({ startWeights: weights, settings: { ...settings, epochs: 0 } });
    expect(run.store.getState().subject?.settings).toBe(settings);
    await worker.reply('train', { ...finished, epochs: 0, batches: 0 });
    expect(run.store.getState()).toMatchObject({ phase: 'evaluating', hasModel: true });
    await worker.reply('evaluate', report);
    expect(run.store.getState()).toMatchObject({ phase: 'idle', hasModel: true, report });
  });

  test('begun anew after silence, a test of given weights stays one', async () => {
    const weights = [{ name: 'dense_1/bias', shape: [2], values: Float32Array.of(1, 2) }];
    const { run, worker } = createHarness();
    void run.actions.tryWeights(weights);
    await flush();
    void run.actions.restart();
    await flush();
    expect(worker.requestOf('train')).toMatchObject({ startWeights: weights, settings: { epochs: 0 } });
  });

  test('stopped before its first batch it has no network to ask', async () => {
    const { run, worker } = await createTrainingHarness();
    await worker.reply('train', { ...finished, ended: 'stopped', epochs: 0, batches: 0 });
    expect(run.store.getState()).toMatchObject({ phase: 'idle', hasModel: false });
  });

  test('cannot be started twice', async () => {
    const { run, worker } = await createTrainingHarness();
    await run.actions.train();
    expect(worker.asked.filter((name) => name === 'train')).toHaveLength(1);
  });
});

describe('pause, resume, stop', () => {
  test('pause is asked at once and confirmed by the worker', async () => {
    const { run, worker } = await createTrainingHarness();
    void run.actions.pause();
    expect(run.store.getState()).toMatchObject({ phase: 'training', asked: 'pause' });
    worker.emit({ kind: 'phase', phase: 'paused', backend: 'wasm' });
    expect(run.store.getState()).toMatchObject({ phase: 'paused', asked: null });
    void run.actions.resume();
    worker.emit({ kind: 'phase', phase: 'training', backend: 'wasm' });
    expect(run.store.getState()).toMatchObject({ phase: 'training', asked: null });
  });

  test('a stopped run keeps its network and is evaluated', async () => {
    const { run, worker } = await createTrainingHarness();
    void run.actions.stop();
    await worker.reply('stop', {});
    await worker.reply('train', { ...finished, ended: 'stopped' });
    await worker.reply('evaluate', report);
    expect(run.store.getState()).toMatchObject({ phase: 'idle', hasModel: true, report });
  });

  test('a test that is stopped leaves a network that can be tested again', async () => {
    const { run, worker } = await createTrainingHarness();
    await worker.reply('train', finished);
    void run.actions.stop();
    expect(run.store.getState()).toMatchObject({ phase: 'evaluating', asked: 'stop' });
    await worker.reply('evaluate', null);
    expect(run.store.getState()).toMatchObject({ phase: 'idle', asked: null, hasModel: true, report: null });
    void run.actions.evaluate();
    await worker.reply('evaluate', report);
    expect(run.store.getState()).toMatchObject({ phase: 'idle', report });
  });

  test('a run stopped before its first batch has no network', async () => {
    const { run, worker } = await createTrainingHarness();
    await worker.reply('train', { ...finished, ended: 'stopped', batches: 0 });
    expect(run.store.getState()).toMatchObject({ phase: 'idle', hasModel: false });
    expect(worker.asked).not.toContain('evaluate');
  });

  test('stopping while the data are fetched ends the worker at once, without a complaint', async () => {
    const { run, worker } = await createTrainingHarness();
    worker.emit({ kind: 'phase', phase: 'loading-data', backend: null });
    worker.emit({ kind: 'data-progress', loaded: 10, total: 100 });
    expect(run.store.getState().download).toEqual({ done: 10, total: 100 });
    await run.actions.stop();
    await flush();
    expect(worker.restarts()).toBe(1);
    expect(run.store.getState()).toMatchObject({ phase: 'idle', problem: null, download: null });
  });
});

describe('the backend', () => {
  test('is measured once per network and batch size when the person has no preference', async () => {
    const { run, worker } = createHarness({ preferredBackend: () => null });
    void run.actions.train();
    await worker.reply('probe', { backends });
    expect(run.store.getState().phase).toBe('calibrating');
    await worker.reply('calibrate', { backends, chosen: 'wasm' });
    expect(worker.requestOf('train')?.backend).toBe('wasm');
    await worker.reply('train', finished);
    await worker.reply('evaluate', report);
    void run.actions.train();
    await flush();
    expect(worker.asked.filter((name) => name === 'calibrate')).toHaveLength(1);
    expect(worker.requestOf('train')?.backend).toBe('wasm');
  });

  test('is the preferred one without measuring', async () => {
    const { worker } = await createTrainingHarness({ preferredBackend: () => 'cpu' });
    expect(worker.asked).toEqual(['train']);
    expect(worker.requestOf('train')?.backend).toBe('cpu');
  });

  test('measuring on demand leaves the page idle with the figures', async () => {
    const { run, worker } = createHarness({ preferredBackend: () => null });
    void run.actions.calibrate();
    await worker.reply('calibrate', { backends, chosen: 'wasm' });
    expect(run.store.getState()).toMatchObject({ phase: 'idle', calibration: { chosen: 'wasm', backends } });
  });
});

describe('a run that cannot be', () => {
  test('a design with errors is not trained', async () => {
    const { run, worker } = createHarness({ compile: () => null });
    await run.actions.train();
    expect(run.store.getState().problem).toEqual({ kind: 'design-errors' });
    expect(worker.asked).toEqual([]);
  });

  test('an unknown data set is named', async () => {
    const { run } = createHarness({ dataset: () => undefined });
    await run.actions.train();
    expect(run.store.getState().problem).toEqual({ kind: 'unknown-dataset', dataset: 'mnist' });
  });

  test('a network too large for every usable backend is refused with both figures before anything is built', async () => {
    const bytes = 12 * 2 ** 30;
    const { run, worker } = createHarness({
      preferredBackend: () => null,
      compile: () => ({ plan: { ...plan, trainingBytes: bytes }, model: {} }),
    });
    void run.actions.train();
    await worker.reply('probe', { backends });
    const { problem, phase } = run.store.getState();
    expect(phase).toBe('idle');
    expect(problem).toEqual({ kind: 'cannot-fit', bytes, limit: 4 * 2 ** 30, backend: 'cpu' });
    expect(worker.asked).toEqual(['probe']);
  });
});

describe('a run that fails', () => {
  test('diverging stops it, names the place and suggests a smaller learning rate', async () => {
    const { run, worker } = await createTrainingHarness();
    const divergence = { node: 'conv2d_1', reason: 'non-finite', batch: 7 } as const;
    await worker.reply('train', { ...finished, ended: 'diverged', divergence });
    const { problem, hasModel } = run.store.getState();
    expect(problem).toEqual({ kind: 'diverged', outcome: divergence, learningRate: 0.01, suggestion: 0.001 });
    expect(hasModel).toBe(false);
    expect(worker.asked).not.toContain('evaluate');
  });

  test('a worker that dies ends the run with a message, keeps the curves, and training can start again', async () => {
    const { run, worker } = await createTrainingHarness();
    worker.emit(batches(0, [2, 1]));
    await worker.refuse('train', { code: 'training/worker-died', node: null, detail: 'boom' });
    const state = run.store.getState();
    expect(state).toMatchObject({ phase: 'idle', hasModel: false, problem: { kind: 'failure' } });
    expect(state.series).toHaveLength(2);
    void run.actions.restart();
    await flush();
    expect(run.store.getState()).toMatchObject({ phase: 'building', problem: null });
    expect(worker.requestOf('train')).toBeDefined();
  });

  test('a lost graphics context ends the worker and is not mistaken for its death', async () => {
    const { run, worker } = await createTrainingHarness();
    worker.emit({ kind: 'context-lost', backend: 'webgl' });
    await flush();
    expect(worker.restarts()).toBe(1);
    expect(run.store.getState()).toMatchObject({
      phase: 'idle',
      problem: { kind: 'failure', failure: { code: 'training/context-lost', detail: 'webgl' } },
    });
  });

  test('a failure that leaves the worker sound does not restart it', async () => {
    const { run, worker } = await createTrainingHarness();
    await worker.refuse('train', { code: 'training/data-unreachable', node: null, detail: '404' });
    expect(worker.restarts()).toBe(0);
    expect(run.store.getState()).toMatchObject({ phase: 'idle', problem: { kind: 'failure' } });
  });

  test('a worker that dies between runs takes the network with it, and says so', async () => {
    const { run, worker } = await createTrainingHarness();
    await worker.reply('train', finished);
    await worker.reply('evaluate', report);
    void run.actions.ask('predict-samples', { indices: [300] });
    await worker.refuse('predict-samples', { code: 'training/worker-died', node: null, detail: '' });
    expect(run.store.getState()).toMatchObject({ hasModel: false, report, problem: { kind: 'failure' } });
  });

  test('a network that a new worker does not know is not offered any more', async () => {
    const { run, worker } = await createTrainingHarness();
    await worker.reply('train', finished);
    await worker.reply('evaluate', report);
    void run.actions.ask('predict-samples', { indices: [300] });
    await worker.refuse('predict-samples', { code: 'training/no-model', node: null, detail: '' });
    expect(run.store.getState()).toMatchObject({ hasModel: false, problem: null });
  });

  test('news of a run that was restarted is dropped', async () => {
    const { run, worker } = await createTrainingHarness();
    run.actions.abandon();
    worker.emit(batches(0, [2]));
    expect(run.store.getState().series).toHaveLength(0);
    expect(run.store.getState().phase).toBe('idle');
  });
});

describe('a silent worker', () => {
  test('is reported but not ended, and the report goes with its next word', async () => {
    const { run, worker, timer } = await createTrainingHarness();
    timer.pass(SILENCE_MS - 1);
    expect(run.store.getState().silent).toBe(false);
    timer.pass(1);
    expect(run.store.getState().silent).toBe(true);
    expect(worker.restarts()).toBe(0);
    worker.emit(batches(0, [2]));
    expect(run.store.getState().silent).toBe(false);
  });

  test('may be silent while paused', async () => {
    const { run, worker, timer } = await createTrainingHarness();
    worker.emit({ kind: 'phase', phase: 'paused', backend: 'wasm' });
    timer.pass(10 * SILENCE_MS);
    expect(run.store.getState().silent).toBe(false);
  });

  test('is reported when it does not resume', async () => {
    const { run, worker, timer } = await createTrainingHarness();
    worker.emit({ kind: 'phase', phase: 'paused', backend: 'wasm' });
    void run.actions.resume();
    timer.pass(SILENCE_MS);
    expect(run.store.getState().silent).toBe(true);
  });
});
