import { createStore } from 'zustand/vanilla';
import { messageOf } from '@/lib/core/message-of';
import { fail, succeed, type Result } from '@/lib/core/result';
import type { TrainingClient } from '@/lib/training/client';
import type { Failure, RequestOf, TrainPhase, WorkerEvent } from '@/lib/training/protocol';
import { isBlownUp, type RangeLimits, type RangePoint } from '@/lib/training/rate-range';
import type { ReadonlyStore } from '@/lib/state/store';

/** What a range test has measured so far. */
export interface RangeTest {
  readonly phase: TrainPhase;
  readonly isRunning: boolean;
  readonly points: readonly RangePoint[];
  /** Null while it runs, before the first, and after a failure. */
  readonly ended: 'blown-up' | 'all' | 'stopped' | null;
  readonly failure: Failure | null;
}

const NONE: RangeTest = { phase: 'idle', isRunning: false, points: [], ended: null, failure: null };

export interface RangeTestDeps {
  /** What to ask of the worker; null: the design cannot be trained. */
  readonly request: (limits: RangeLimits) => Promise<RequestOf<'test-rates'> | null>;
  /** A worker for one test. */
  readonly connect: (onEvent: (event: WorkerEvent) => void) => TrainingClient;
}

export interface RangeTests {
  readonly store: ReadonlyStore<RangeTest>;
  /** In place of the one that goes on. */
  start(limits: RangeLimits): Promise<void>;
  /** What has been measured stays. */
  stop(): void;
  dispose(): void;
}

/** Range tests, one at a time, each in a worker of its own, so that a trained network elsewhere is not touched. */
export function createRangeTests({ request, connect }: RangeTestDeps): RangeTests {
  const store = createStore<RangeTest>(() => NONE);
  let client: TrainingClient | null = null;
  /** Goes up with each start and end: what an earlier test still does is of no more interest. */
  let turn = 0;

  function end(): number {
    client?.dispose();
    client = null;
    return ++turn;
  }

  async function start(limits: RangeLimits): Promise<void> {
    const own = end();
    store.setState({ ...NONE, phase: 'building', isRunning: true });
    const asked = await request(limits).then(succeed, failed);
    if (own !== turn) return;
    if (!asked.ok) return store.setState({ ...NONE, failure: asked.error });
    if (asked.value === null) return store.setState(NONE);
    const started = connect((event) => store.setState((before) => received(before, event)));
    client = started;
    const reply = await started.call('test-rates', asked.value);
    if (own !== turn) return;
    end();
    if (!reply.ok) return store.setState({ phase: 'idle', isRunning: false, failure: reply.error });
    const { points } = reply.value;
    store.setState({ ...NONE, points, ended: endOf(points, limits) });
  }

  return {
    store,
    start,
    stop() {
      if (client !== null) return void client.call('stop', {});
      if (!store.getState().isRunning) return;
      // Nothing was asked yet.
      end();
      store.setState({ ...NONE, ended: 'stopped' });
    },
    dispose: () => void end(),
  };
}

/** Of what has to be read first: the weights to start from. */
function failed(error: unknown): Result<never, Failure> {
  return fail({ code: 'training/internal', node: null, detail: messageOf(error) });
}

function received(before: RangeTest, event: WorkerEvent): Partial<RangeTest> {
  if (event.kind === 'rates') return { points: [...before.points, ...event.points] };
  return event.kind === 'phase' ? { phase: event.phase } : {};
}

function endOf(points: readonly RangePoint[], { steps }: RangeLimits): RangeTest['ended'] {
  if (isBlownUp(points.map(({ loss }) => loss))) return 'blown-up';
  return points.length < steps ? 'stopped' : 'all';
}
