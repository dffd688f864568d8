import type { Checkpoint } from '@/lib/training/checkpoints/checkpoint';
import type { CheckpointStorage, WriteOptions } from '@/lib/training/checkpoints/checkpoint-storage';
import type { CheckpointOrder, WorkerEvent } from '@/lib/training/protocol';
import type { StorageFault } from '@/lib/platform/tables';

/** Reading the state off the backend stops the training: no more than this share of the time goes there. */
const MOST_SHARE = 0.02;
/** While one checkpoint replaces another, both are there; and a little for what surrounds them. */
const ROOM = 2.1;

/** What the browser says of its storage, in bytes. */
export interface StorageEstimate {
  readonly usage?: number;
  readonly quota?: number;
}

/** Where checkpoints go. */
export interface CheckpointPlace {
  readonly storage: CheckpointStorage;
  readonly estimate: () => Promise<StorageEstimate>;
}

export interface CheckpointerDependencies extends CheckpointPlace {
  readonly order: CheckpointOrder;
  readonly emit: (event: WorkerEvent) => void;
  readonly now: () => number;
}

/** Keeps a run's state as it goes. What goes wrong is told, and training goes on. */
export interface Checkpointer {
  /** It is time for one, in the middle of an epoch. */
  isDue(): boolean;
  /**
   * Takes the state and has it written while training goes on; a write still on its way is waited for first. `always`
   * even where the last attempt found no room.
   */
  save(take: () => Promise<Checkpoint>, options: WriteOptions & { readonly always: boolean }): Promise<void>;
  /** Whether this epoch, from 1, stays kept by the order's own rule. */
  keepsEpoch(epoch: number): boolean;
  /** Waits for the write on its way; a finished run will not be gone on with. */
  end(isFinished: boolean): Promise<void>;
}

/** `bytes` is what one checkpoint will take: without room for it there are none, and the page is told before the start. */
export async function createCheckpointer(deps: CheckpointerDependencies, bytes: number): Promise<Checkpointer> {
  const { storage, order, emit, now } = deps;
  let isFailing = false;
  let waitMs = order.everySeconds * 1000;
  let savedAt = now();
  let writing: Promise<void> = Promise.resolve();

  async function fail(reason: StorageFault, needed: number): Promise<void> {
    const isNews = !isFailing;
    isFailing = true;
    if (isNews) emit({ kind: 'no-checkpoints', reason, bytes: needed, free: await freeBytes(deps) });
  }

  async function write(checkpoint: Checkpoint, options: WriteOptions): Promise<void> {
    const written = await storage.write(order.run, checkpoint, options);
    if (!written.ok) return fail(written.fault, bytes);
    isFailing = false;
    const { last, best, kept } = written.heads;
    emit({
      kind: 'checkpoint',
      epoch: last?.epoch ?? 0,
      batches: last?.batches ?? 0,
      bytes: last?.bytes ?? 0,
      best: best?.epoch ?? null,
      kept: kept.map(({ epoch }) => epoch),
    });
  }

  const free = await freeBytes(deps);
  if (free !== null && free < bytes * ROOM) await fail('quota', bytes);

  return {
    isDue: () => !isFailing && now() - savedAt >= waitMs,
    async save(take, { always, ...options }) {
      if (isFailing && !always) return;
      await writing;
      const started = now();
      const checkpoint = await take();
      writing = write(checkpoint, options);
      savedAt = now();
      waitMs = Math.max(order.everySeconds * 1000, (savedAt - started) / MOST_SHARE);
    },
    keepsEpoch: (epoch) => order.keepEvery > 0 && epoch % order.keepEvery === 0,
    async end(isFinished) {
      await writing;
      // Where the end found no room, what is kept is of an earlier time, and can still be gone on from.
      if (isFinished && !isFailing) await storage.finish(order.run).catch(() => undefined);
    },
  };
}

/** null: the browser does not say. */
async function freeBytes({ estimate }: CheckpointerDependencies): Promise<number | null> {
  const { usage, quota } = await estimate().catch((): StorageEstimate => ({}));
  return usage === undefined || quota === undefined ? null : Math.max(0, quota - usage);
}
