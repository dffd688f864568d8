import { createStore } from 'zustand/vanilla';
import type { Dataset } from '@/lib/datasets/dataset';
import { readDescription, type ReadDescription } from '@/lib/datasets/import/read-description';
import type { KeptSamples, SampleStorage, StorageRoom } from '@/lib/platform/sample-storage';
import type { ReadonlyStore } from '@/lib/state/store';

/** One of the user's own data sets. */
export interface KeptDataset extends ReadDescription {
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export interface DatasetsState {
  /** 'barred': the browser lets this page keep nothing. */
  readonly phase: 'loading' | 'ready' | 'barred';
  /** Newest first. */
  readonly kept: readonly KeptDataset[];
  /** Kept under an id, but not understood: they can be removed, and nothing else. */
  readonly unreadable: readonly Pick<KeptSamples, 'id' | 'bytes'>[];
  /** Null until it is known. */
  readonly room: StorageRoom | null;
}

export interface DatasetsDeps {
  readonly storage: SampleStorage;
  /** Between the tabs of this browser, never to this one. */
  readonly news: { tell(): void; onTold(listener: () => void): () => void };
  /** Makes the data sets known to everything that asks the registry. */
  readonly publish: (datasets: readonly Dataset[]) => void;
}

export interface DatasetsStore {
  readonly store: ReadonlyStore<DatasetsState>;
  /** The first call reads storage, later ones await that. */
  load(): Promise<void>;
  /** Storage has changed by this tab's doing: a data set was built in it. */
  changed(): Promise<void>;
  /** False where it is gone, or could not be written. */
  rename(id: string, title: string): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  /** Asks anew how much room there is. */
  measure(): Promise<void>;
  dispose(): void;
}

/** The user's own data sets, as storage has them; other tabs' changes arrive as news. */
export function createDatasets({ storage, news, publish }: DatasetsDeps): DatasetsStore {
  const store = createStore<DatasetsState>(() => ({ phase: 'loading', kept: [], unreadable: [], room: null }));
  let loading: Promise<void> | null = null;
  let reading = 0;

  async function read(): Promise<void> {
    const turn = ++reading;
    const records = await storage.list().catch(() => null);
    // Whoever reads later knows more.
    if (turn !== reading) return;
    if (records === null) return store.setState({ phase: 'barred' });
    const understood = records.map((record) => ({ record, described: readDescription(record.id, record.description) }));
    const kept = understood.flatMap(({ record: { bytes, createdAt }, described }) =>
      described === null ? [] : { ...described, bytes, createdAt },
    );
    const unreadable = understood.flatMap(({ record, described }) => (described === null ? record : []));
    store.setState({ phase: 'ready', kept, unreadable });
    publish(kept.map(({ dataset }) => dataset));
  }

  async function measure(): Promise<void> {
    const room = await storage.room().catch(() => null);
    store.setState({ room });
  }

  async function change(task: Promise<boolean>): Promise<boolean> {
    const isDone = await task.catch(() => false);
    await Promise.all([read(), measure()]);
    if (isDone) news.tell();
    return isDone;
  }

  const forget = news.onTold(() => {
    // A tab that has not looked yet will read everything when it does.
    if (loading !== null) void read();
  });

  return {
    store,
    load: () => {
      // What builds that were killed have left goes first, so that it is not counted.
      loading ??= storage.sweep().then(read, read);
      return loading;
    },
    changed: async () => {
      await change(Promise.resolve(true));
    },
    rename: (id, title) => change(rename(storage, id, title)),
    remove: (id) => change(storage.remove(id).then(() => true)),
    measure,
    dispose: forget,
  };
}

/** Of the description only the title is changed; what this version does not understand of it stays. */
async function rename(storage: SampleStorage, id: string, title: string): Promise<boolean> {
  const description = (await storage.read(id))?.description;
  if (typeof description !== 'object' || description === null || !('dataset' in description)) return false;
  const { dataset } = description;
  if (typeof dataset !== 'object') return false;
  return storage.describe(id, { ...description, dataset: { ...dataset, title } });
}
