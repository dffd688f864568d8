import { createRunTables } from '@/lib/platform/run-tables';
import { createCheckpointStorage, type CheckpointStorage } from '@/lib/training/checkpoints/checkpoint-storage';
import { createCheckpointer, type Checkpointer } from '@/lib/training/worker/checkpointer';
import { createHealthProbe } from '@/lib/training/worker/health/health-probe';
import { createRunControl } from '@/lib/training/worker/run-control';
import type { Samples } from '@/lib/training/worker/samples';
import { train } from '@/lib/training/worker/train';
import { ourRun } from './loops';

/** What a page adds to a run. */
export type Addition = 'plain' | 'health' | 'checkpoints';

/** A run that is held after every turn, so that several can take turns. */
export interface CostRun {
  /** Trains so many batches, with all that belongs to them. */
  go(turn: Turn): Promise<void>;
}

export interface Turn {
  readonly batches: number;
  /** Milliseconds of the processor that this run has had before. */
  readonly usedMs: number;
}

const EXAMPLES = 840 * 64;
/** More than any benchmark waits for. */
const EPOCHS = 1000;

export async function createCostRun(of: Addition, source: Samples): Promise<CostRun> {
  const samples = Uint32Array.from({ length: EXAMPLES }, (_, index) => index);
  const run = await ourRun('LeNet-5', { source, samples, backend: 'wasm', epochs: EPOCHS });
  const turns = createTurns();
  const { now } = turns;
  const health = of === 'health' ? createHealthProbe({ ...run, now }) : undefined;
  const checkpointer = of === 'checkpoints' ? await createKeeping(of, turns) : null;
  const macroTask = async (): Promise<void> => {
    await run.macroTask();
    await turns.afterBatch();
  };
  const options = { ...run, now, macroTask, checkpointer, control: createRunControl() };
  let started: Promise<unknown> | null = null;
  return {
    go(turn) {
      const over = turns.give(turn);
      started ??= train(health === undefined ? options : { ...options, health });
      return Promise.race([over, started.then(() => undefined)]);
    },
  };
}

/** As the page asks for it where nothing is changed. */
function createKeeping(run: string, { now, waitFor }: Turns): Promise<Checkpointer> {
  const storage = createCheckpointStorage(createRunTables());
  const write: CheckpointStorage['write'] = (...args) => {
    const written = storage.write(...args);
    waitFor(written);
    return written;
  };
  const order = { run, everySeconds: 10, keepEvery: 0, resume: false };
  const emit = (): void => {};
  const estimate = (): Promise<StorageEstimate> => navigator.storage.estimate();
  return createCheckpointer({ storage: { ...storage, write }, estimate, order, emit, now }, 1);
}

interface Turns {
  /**
   * Milliseconds of the processor, and within a turn of the clock: what is due every few seconds would otherwise come more often
   * for each batch, the busier the machine is.
   */
  now(): number;
  /** Resolves when so many batches are done, and the run is held. */
  give(turn: Turn): Promise<void>;
  afterBatch(): Promise<void>;
  /** Belongs to the turn in which it began: the turn is not over before. */
  waitFor(work: Promise<unknown>): void;
}

function createTurns(): Turns {
  let left = 0;
  let usedBeforeMs = 0;
  let startedAt = performance.now();
  let work: Promise<unknown> = Promise.resolve();
  let over: () => void = () => {};
  let goOn: () => void = () => {};
  return {
    now: () => usedBeforeMs + performance.now() - startedAt,
    give({ batches, usedMs }) {
      left = batches;
      usedBeforeMs = usedMs;
      startedAt = performance.now();
      goOn();
      return new Promise((resolve) => (over = resolve));
    },
    async afterBatch() {
      left -= 1;
      if (left > 0) return;
      const held = new Promise<void>((resolve) => (goOn = resolve));
      await work;
      over();
      await held;
    },
    waitFor(begun) {
      work = Promise.all([work, begun.catch(() => undefined)]);
    },
  };
}
