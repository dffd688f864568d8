import { createRangeTests } from '@/lib/state/range-test';
import { fail, succeed, type Result } from '@/lib/core/result';
import type { TrainingClient } from '@/lib/training/client';
import type { Failure, RequestOf, WorkerEvent } from '@/lib/training/protocol';
import type { RangePoint } from '@/lib/training/rate-range';
import { flush } from '@/tests/unit/state/run-harness';

const LIMITS = { from: 1e-6, to: 10, steps: 3 };
const POINTS: readonly RangePoint[] = [
  { rate: 1e-6, loss: 2 },
  { rate: 1e-3, loss: 1.5 },
  { rate: 10, loss: 1 },
];
const REQUEST = {} as RequestOf<'test-rates'>;

interface Worker {
  readonly asked: string[];
  readonly isOver: () => boolean;
  readonly emit: (event: WorkerEvent) => void;
  readonly reply: (result: Result<{ readonly points: readonly RangePoint[] }, Failure>) => Promise<void>;
}

/** Tests whose requests and workers answer when told to. */
function createBench() {
  const requests: ((request: RequestOf<'test-rates'> | null | Promise<null>) => void)[] = [];
  const workers: Worker[] = [];
  const tests = createRangeTests({
    request: () => new Promise((resolve) => requests.push(resolve)),
    connect(emit) {
      let isOver = false;
      let settle: (result: never) => void = () => {};
      const asked: string[] = [];
      const client = {
        call(name: string) {
          asked.push(name);
          return new Promise((resolve) => {
            if (name === 'test-rates') settle = resolve;
          });
        },
        restart() {},
        dispose() {
          isOver = true;
        },
      };
      const reply: Worker['reply'] = async (result) => {
        settle(result as never);
        await flush();
      };
      workers.push({ asked, isOver: () => isOver, emit, reply });
      return client as unknown as TrainingClient;
    },
  });
  const allow = async (request: RequestOf<'test-rates'> | null | Promise<null> = REQUEST): Promise<void> => {
    requests.shift()?.(request);
    await flush();
  };
  return { tests, workers, allow };
}

test('a range test shows what it has measured, ends its worker and says how it ended', async () => {
  const { tests, workers, allow } = createBench();
  void tests.start(LIMITS);
  expect(tests.store.getState()).toMatchObject({ isRunning: true, phase: 'building' });
  await allow();
  workers[0]?.emit({ kind: 'rates', points: POINTS.slice(0, 1) });
  expect(tests.store.getState().points).toEqual(POINTS.slice(0, 1));
  await workers[0]?.reply(succeed({ points: POINTS }));
  expect(tests.store.getState()).toMatchObject({ isRunning: false, points: POINTS, ended: 'all' });
  expect(workers[0]?.isOver()).toBe(true);
});

test('two starts at once leave one worker, that of the second', async () => {
  const { tests, workers, allow } = createBench();
  void tests.start(LIMITS);
  void tests.start(LIMITS);
  await allow();
  await allow();
  expect(workers).toHaveLength(1);
  await workers[0]?.reply(succeed({ points: POINTS }));
  expect(workers[0]?.isOver()).toBe(true);
  expect(tests.store.getState()).toMatchObject({ isRunning: false, ended: 'all' });
});

test('a second start ends the worker of the first, whose answer is not shown', async () => {
  const { tests, workers, allow } = createBench();
  void tests.start(LIMITS);
  await allow();
  void tests.start(LIMITS);
  expect(workers[0]?.isOver()).toBe(true);
  await workers[0]?.reply(fail({ code: 'training/worker-died', node: null, detail: '' }));
  expect(tests.store.getState()).toMatchObject({ isRunning: true, failure: null });
});

test('ended before its worker has started, none is started', async () => {
  const { tests, workers, allow } = createBench();
  void tests.start(LIMITS);
  tests.dispose();
  await allow();
  expect(workers).toHaveLength(0);
});

test('stopped before its worker has started, it is over; stopped later, the worker is told', async () => {
  const { tests, workers, allow } = createBench();
  void tests.start(LIMITS);
  tests.stop();
  await allow();
  expect(tests.store.getState()).toMatchObject({ isRunning: false, ended: 'stopped' });
  expect(workers).toHaveLength(0);
  void tests.start(LIMITS);
  await allow();
  tests.stop();
  expect(workers[0]?.asked).toEqual(['test-rates', 'stop']);
  await workers[0]?.reply(succeed({ points: POINTS.slice(0, 2) }));
  expect(tests.store.getState()).toMatchObject({ ended: 'stopped', points: POINTS.slice(0, 2) });
});

test('a design that cannot be trained, and a worker that fails, end it', async () => {
  const { tests, workers, allow } = createBench();
  void tests.start(LIMITS);
  await allow(null);
  expect(tests.store.getState()).toMatchObject({ isRunning: false, ended: null, failure: null });
  void tests.start(LIMITS);
  await allow();
  const failure = { code: 'training/out-of-memory', node: null, detail: '' } as const;
  await workers[0]?.reply(fail(failure));
  expect(tests.store.getState()).toMatchObject({ isRunning: false, phase: 'idle', failure });
});

test('a start that cannot be made ready says why, and another one can follow', async () => {
  const { tests, workers, allow } = createBench();
  void tests.start(LIMITS);
  await allow(Promise.reject(new Error('The storage is gone.')));
  expect(tests.store.getState()).toEqual({
    phase: 'idle',
    isRunning: false,
    points: [],
    ended: null,
    failure: { code: 'training/internal', node: null, detail: 'The storage is gone.' },
  });
  void tests.start(LIMITS);
  await allow();
  expect(workers).toHaveLength(1);
});

test('of a start that has been given up, no failure is shown', async () => {
  const { tests, allow } = createBench();
  void tests.start(LIMITS);
  tests.stop();
  await allow(Promise.reject(new Error('The storage is gone.')));
  expect(tests.store.getState()).toMatchObject({ ended: 'stopped', failure: null });
});
