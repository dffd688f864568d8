import type { KeptRun, RunId, RunRecord } from '@/lib/runs/run-record';

/** 'quota': the storage is full; 'barred': it may not be used. */
export type KeepOutcome = 'kept' | 'quota' | 'barred' | 'other';

/** What of a record people and the run itself change; everything else stays as it began. */
export type RunChange = Partial<Omit<RunRecord, 'id' | 'createdAt' | 'parent' | 'kept'>>;

/**
 * The runs kept in this browser. A run's design is kept as a difference from its parent's where that is smaller, which
 * nobody sees: reading gives it back exactly, and removing a parent leaves its children whole.
 */
export interface RunStorage {
  /** Newest first; rejects when storage cannot be used. */
  list(): Promise<readonly RunRecord[]>;
  read(id: RunId): Promise<KeptRun | null>;
  /** Keeps a run, new or as it is now, all of it or nothing. */
  save(run: KeptRun): Promise<KeepOutcome>;
  /** Record, curves and report as they are now; what people changed (name, tags, note) and the design stay as kept. */
  progress(run: KeptRun): Promise<KeepOutcome>;
  /** The record as it is then; null: there is no such run. */
  change(id: RunId, change: RunChange): Promise<RunRecord | null>;
  /** With curves and checkpoints. */
  remove(ids: readonly RunId[]): Promise<void>;
  /** What each run takes: design, curves, checkpoints. */
  bytes(): Promise<ReadonlyMap<RunId, number>>;
}

/** Runs as long as the object lives: for tests, and where a browser bars its storage. */
export function createMemoryRunStorage(): RunStorage {
  const runs = new Map<RunId, KeptRun>();
  return {
    list: async () => [...runs.values()].map(({ record }) => record).sort((a, b) => b.createdAt - a.createdAt),
    read: async (id) => runs.get(id) ?? null,
    save: async (run) => {
      runs.set(run.record.id, structuredClone(run));
      return 'kept';
    },
    progress: async (run) => {
      const kept = runs.get(run.record.id);
      if (kept === undefined) return 'other';
      const { name, tags, note } = kept.record;
      runs.set(run.record.id, structuredClone({ ...run, record: { ...run.record, name, tags, note } }));
      return 'kept';
    },
    change: async (id, change) => {
      const run = runs.get(id);
      if (run === undefined) return null;
      const record = { ...run.record, ...change };
      runs.set(id, { ...run, record });
      return record;
    },
    remove: async (ids) => {
      for (const id of ids) runs.delete(id);
    },
    bytes: async () => new Map([...runs].map(([id, { curves }]) => [id, curves.losses.byteLength * 2])),
  };
}
