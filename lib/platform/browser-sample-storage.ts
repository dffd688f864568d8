import { sampleDatabase, type StoredRecord } from '@/lib/platform/sample-database';
import { folderNames, removeFolder } from '@/lib/platform/sample-folder';
import type { KeptSamples, SampleStorage, StorageRoom } from '@/lib/platform/sample-storage';
import { isBeingBuilt } from '@/lib/platform/sample-writer';

/** Records in IndexedDB, samples in the origin's own file system. */
export function createSampleStorage(): SampleStorage {
  return {
    list: async () => {
      const records = await (await sampleDatabase()).getAll('records');
      return records.map(asKept).sort((a, b) => b.createdAt - a.createdAt);
    },
    read: async (id) => {
      const record = await (await sampleDatabase()).get('records', id);
      return record === undefined ? null : asKept(record);
    },
    describe,
    remove,
    room: storageRoom,
    persist: () => persist().catch(() => false),
    sweep,
  };
}

function asKept({ id, description, bytes, createdAt }: StoredRecord): KeptSamples {
  return { id, description, bytes, createdAt };
}

async function describe(id: string, description: unknown): Promise<boolean> {
  const transaction = (await sampleDatabase()).transaction('records', 'readwrite');
  const record = await transaction.store.get(id);
  const written = record === undefined ? null : transaction.store.put({ ...record, description });
  await Promise.all([written, transaction.done]);
  return record !== undefined;
}

/** The record goes first: from then on there is no such data set, whatever becomes of its files. */
async function remove(id: string): Promise<void> {
  const transaction = (await sampleDatabase()).transaction(['records', 'targets', 'blobs'], 'readwrite');
  const stores = (['records', 'targets', 'blobs'] as const).map((name) => transaction.objectStore(name).delete(id));
  await Promise.all([...stores, transaction.done]);
  await removeFolder(id);
}

async function sweep(): Promise<number> {
  const kept = new Set(await (await sampleDatabase()).getAllKeys('records'));
  let swept = 0;
  for (const name of await folderNames()) {
    if (kept.has(name) || (await isBeingBuilt(name))) continue;
    // Built to its end since the records were read.
    if ((await (await sampleDatabase()).get('records', name)) !== undefined) continue;
    if (await removeFolder(name)) swept += 1;
  }
  return swept;
}

/** What the browser says of this site's storage, in a page or a worker. */
export async function storageRoom(): Promise<StorageRoom> {
  const manager = navigator.storage as StorageManager | undefined;
  const [estimate, isPersistent] = await Promise.all([
    manager?.estimate().catch(() => null),
    manager?.persisted().catch(() => false),
  ]);
  return {
    used: estimate?.usage ?? null,
    quota: estimate?.quota ?? null,
    isPersistent: isPersistent ?? false,
  };
}

/** Only a page can ask. */
async function persist(): Promise<boolean> {
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}
