import { createStore } from 'zustand/vanilla';
import type { RunLocks, RunNews } from '@/lib/platform/run-locks';
import type { KeptRun, RunId, RunRecord } from '@/lib/runs/run-record';
import type { CheckpointHeads } from '@/lib/training/checkpoints/checkpoint';
import type { KeepOutcome, RemovedRun, RunChange, RunStorage } from '@/lib/runs/run-storage';
import type { ReadonlyStore } from '@/lib/state/store';

export interface RunsState {
  /** False until storage was first read. */
  readonly isReady: boolean;
  /** Storage cannot be used: what is listed is gone with the page. */
  readonly isBarred: boolean;
  /** Every run of this browser, newest first; the one going on here is among them and changes as it goes. */
  readonly records: readonly RunRecord[];
  /** Which states of which runs are kept; as of the last look at the storage. */
  readonly checkpoints: ReadonlyMap<RunId, CheckpointHeads>;
  /** Removed, and to be had back for a while: the one removed last first. */
  readonly removed: readonly RemovedRun[];
  /** Grows when the curves of runs may have changed. */
  readonly version: number;
}

/** All runs, of this tab and of others. Everything a person does to a run goes through here. */
export interface RunsStore {
  readonly store: ReadonlyStore<RunsState>;
  readonly actions: RunsActions;
  /** null: there is no such run. Of the run that goes on here: as it is at this moment. */
  read(id: RunId): Promise<KeptRun | null>;
  /** What the runs take in storage, each with its checkpoints. */
  bytes(): Promise<ReadonlyMap<RunId, number>>;
  /** Resolves when storage was first read, or cannot be. */
  readonly ready: Promise<void>;
  /** For what does a run, and nobody else. */
  readonly live: LiveRuns;
  dispose(): void;
}

export interface RunsActions {
  rename(id: RunId, name: string): Promise<void>;
  /** Trimmed, without repeats. */
  tag(id: RunId, tags: readonly string[]): Promise<void>;
  note(id: RunId, note: string): Promise<void>;
  /**
   * With its checkpoints; a run that is going on, here or in another tab, stays. Says which were removed. For an hour at
   * least they can be brought back, unless the room they take is needed.
   */
  remove(ids: readonly RunId[]): Promise<readonly RunId[]>;
  /** Brings removed runs back with all they had; says which there still were. */
  restore(ids: readonly RunId[]): Promise<readonly RunId[]>;
  /** Deletes for good what could still be brought back: its room is needed. */
  purge(): Promise<void>;
  /** Adds runs from a file, each with a new id where its own is taken; says their ids, those without room left out. */
  import(runs: readonly KeptRun[]): Promise<readonly RunId[]>;
}

/** A run that goes on in this tab. */
export interface LiveRun {
  readonly record: RunRecord;
  /** As it is at this moment, with curves of its own. */
  snapshot(): KeptRun;
}

/** The runs that go on in this tab. */
export interface LiveRuns {
  /** Takes hold of a run, so that no other tab resumes or removes it; null: one has it. */
  hold(id: RunId): Promise<(() => void) | null>;
  /** Adds a held run that begins. */
  add(run: LiveRun): Promise<KeepOutcome>;
  /** Shows a held run as it is now, without keeping it. */
  show(run: LiveRun): void;
  /** Keeps a held run as it is now. */
  keep(id: RunId): Promise<KeepOutcome>;
}

export interface RunsDeps {
  readonly storage: RunStorage;
  readonly locks: RunLocks;
  readonly news: RunNews;
  readonly newId: () => RunId;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** How long what was removed can be brought back, in milliseconds: an hour. */
export const UNDO_TIME = 3_600_000;

const EMPTY: RunsState = {
  isReady: false,
  isBarred: false,
  records: [],
  checkpoints: new Map(),
  removed: [],
  version: 0,
};

export function createRunsStore({ storage, locks, news, newId, now }: RunsDeps): RunsStore {
  const store = createStore<RunsState>(() => EMPTY);
  /** Held by this tab, as last shown; null: held, and nothing to show yet. */
  const live = new Map<RunId, LiveRun | null>();
  const waits = new Map<RunId, () => void>();

  /** A run that says it goes on, and nobody has: its tab died. */
  function asSeen(record: RunRecord, held: ReadonlySet<RunId>): RunRecord {
    const own = live.get(record.id);
    if (own) return withPersonal(own.record, record);
    const isGoingOn = record.status === 'running' || record.status === 'paused';
    if (!isGoingOn || held.has(record.id)) return record;
    return { ...record, status: record.outcome?.ended ?? 'interrupted' };
  }

  /** Waits for the other tabs' runs to end, however they end. */
  function waitForOthers(records: readonly RunRecord[], held: ReadonlySet<RunId>): void {
    const others = new Set(records.filter(({ id }) => held.has(id) && !live.has(id)).map(({ id }) => id));
    for (const [id, stop] of waits) {
      if (others.has(id)) continue;
      stop();
      waits.delete(id);
    }
    for (const id of others) {
      if (waits.has(id)) continue;
      const onFree = (): void => {
        waits.delete(id);
        void refresh();
      };
      waits.set(id, locks.whenFree(id, onFree));
    }
  }

  /** What other tabs have changed about the runs that go on here. */
  function takePersonal(kept: readonly RunRecord[]): void {
    for (const record of kept) {
      const own = live.get(record.id);
      if (own) live.set(record.id, { ...own, record: withPersonal(own.record, record) });
    }
  }

  async function refresh(): Promise<void> {
    try {
      const [kept, checkpoints, removed, held] = await Promise.all([
        storage.list(),
        storage.checkpoints(),
        storage.removed(),
        locks.held(),
      ]);
      const listed = new Set(kept.map(({ id }) => id));
      const unkept = [...live.values()].flatMap((run) => (run && !listed.has(run.record.id) ? run.record : []));
      const records = [...unkept, ...kept.map((record) => asSeen(record, held))];
      waitForOthers(kept, held);
      takePersonal(kept);
      store.setState(({ version }) => ({
        isReady: true,
        isBarred: false,
        records: sorted(records),
        checkpoints,
        removed,
        version: version + 1,
      }));
    } catch {
      store.setState({ isReady: true, isBarred: true });
    }
  }

  function showRecord(record: RunRecord): void {
    const { records, version } = store.getState();
    const others = records.filter(({ id }) => id !== record.id);
    store.setState({ records: sorted([record, ...others]), version: version + 1 });
  }

  async function change(id: RunId, personal: RunChange): Promise<void> {
    const own = live.get(id);
    if (own) live.set(id, { ...own, record: { ...own.record, ...personal } });
    const shown = store.getState().records.find((record) => record.id === id);
    if (shown !== undefined) showRecord({ ...shown, ...personal });
    await storage.change(id, personal).catch(() => null);
    news.tell();
  }

  async function remove(ids: readonly RunId[]): Promise<readonly RunId[]> {
    const held = await locks.held();
    const free = ids.filter((id) => !held.has(id) && !live.has(id));
    await storage.remove(free, now());
    await storage.purge(now() - UNDO_TIME);
    news.tell();
    await refresh();
    return free;
  }

  async function restore(ids: readonly RunId[]): Promise<readonly RunId[]> {
    const restored = await storage.restore(ids);
    news.tell();
    await refresh();
    return restored;
  }

  async function purge(before: number): Promise<void> {
    const purged = await storage.purge(before).catch(() => 0);
    if (purged === 0) return;
    news.tell();
    await refresh();
  }

  /** What was removed makes room for what is being kept. */
  async function saveWithRoom(save: () => Promise<KeepOutcome>): Promise<KeepOutcome> {
    const outcome = await save();
    if (outcome !== 'quota' || store.getState().removed.length === 0) return outcome;
    await purge(Infinity);
    return save();
  }

  async function addImported(runs: readonly KeptRun[]): Promise<readonly RunId[]> {
    const taken = new Set(store.getState().records.map(({ id }) => id));
    const added: RunId[] = [];
    for (const run of runs) {
      const id = taken.has(run.record.id) ? newId() : run.record.id;
      taken.add(id);
      const outcome = await saveWithRoom(() => storage.save({ ...run, record: { ...run.record, id, kept: [] } }));
      if (outcome !== 'kept') break;
      added.push(id);
    }
    news.tell();
    await refresh();
    return added;
  }

  async function hold(id: RunId): Promise<(() => void) | null> {
    const letGo = await locks.hold(id);
    if (letGo === null || live.has(id)) return null;
    live.set(id, null);
    return () => {
      live.delete(id);
      letGo();
      news.tell();
      void refresh();
    };
  }

  async function keep(id: RunId): Promise<KeepOutcome> {
    const run = live.get(id);
    const outcome = run ? await saveWithRoom(() => storage.progress(run.snapshot())) : 'other';
    news.tell();
    return outcome;
  }

  const stopListening = news.onTold(() => void refresh());
  return {
    store,
    actions: {
      rename: (id, name) => change(id, { name }),
      tag: (id, tags) => change(id, { tags: tidyTags(tags) }),
      note: (id, note) => change(id, { note }),
      remove,
      restore,
      purge: () => purge(Infinity),
      import: addImported,
    },
    read: async (id) => {
      const own = live.get(id);
      if (own) return snapshotOf(own);
      const kept = await storage.read(id).catch(() => null);
      return kept && { ...kept, record: asSeen(kept.record, await locks.held()) };
    },
    bytes: () => storage.bytes().catch(() => new Map()),
    ready: refresh().then(() => purge(now() - UNDO_TIME)),
    live: {
      hold,
      add: async (run) => {
        live.set(run.record.id, run);
        showRecord(run.record);
        const outcome = await saveWithRoom(() => storage.save(snapshotOf(run)));
        news.tell();
        return outcome;
      },
      show: (run) => {
        const before = live.get(run.record.id);
        const record = before ? withPersonal(run.record, before.record) : run.record;
        live.set(record.id, { ...run, record });
        showRecord(record);
      },
      keep,
    },
    dispose() {
      stopListening();
      for (const stop of waits.values()) stop();
      waits.clear();
    },
  };
}

/** A run going on, with what people have changed about it meanwhile. */
function withPersonal(run: RunRecord, { name, tags, note }: RunRecord): RunRecord {
  return { ...run, name, tags, note };
}

function snapshotOf(run: LiveRun): KeptRun {
  return { ...run.snapshot(), record: run.record };
}

function sorted(records: readonly RunRecord[]): readonly RunRecord[] {
  return [...records].sort((a, b) => b.createdAt - a.createdAt);
}

function tidyTags(tags: readonly string[]): readonly string[] {
  return [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))];
}
