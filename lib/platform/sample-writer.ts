import { sampleDatabase, SPLITS, type SplitName } from '@/lib/platform/sample-database';
import { createFolder, removeFolder, type SyncFile, type WorkerFileHandle } from '@/lib/platform/sample-folder';

/** Writes one new data set, in a worker. Nobody sees anything of it before `commit`, and nothing is left after `abort`. */
export interface SampleWriter {
  /** Appends; rejects with a QuotaExceededError where there is no room. */
  write(split: SplitName, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  commit(kept: {
    readonly description: unknown;
    readonly targets: Readonly<Record<SplitName, unknown>>;
    readonly targetBytes: number;
    readonly createdAt: number;
  }): Promise<void>;
  abort(): Promise<void>;
}

/** Where the bytes of a split go. */
interface Sink {
  write(bytes: Uint8Array<ArrayBuffer>): void;
  readonly bytes: number;
  /** Null: they are in a file already. */
  finish(): Blob | null;
  close(): void;
}

const lockOf = (id: string): string => `shapeflow-data-set-${id}`;

/** Held while a data set is written, in whatever tab, so that what it has written so far is not swept away. */
async function holdLock(id: string): Promise<() => void> {
  const locks = navigator.locks as LockManager | undefined;
  if (locks === undefined) return () => {};
  return new Promise((resolve) => {
    void locks.request(lockOf(id), () => new Promise<void>((release) => resolve(release)));
  });
}

export async function isBeingBuilt(id: string): Promise<boolean> {
  const locks = navigator.locks as LockManager | undefined;
  return (await locks?.request(lockOf(id), { ifAvailable: true }, (lock) => lock === null)) ?? false;
}

function quotaError(): DOMException {
  return new DOMException('The storage is full.', 'QuotaExceededError');
}

function fileSink(file: SyncFile): Sink {
  let bytes = 0;
  let isOpen = true;
  const close = (): void => {
    if (isOpen) file.close();
    isOpen = false;
  };
  file.truncate(0);
  return {
    write(part) {
      // Some browsers write what fits instead of failing.
      if (file.write(part, { at: bytes }) !== part.length) throw quotaError();
      bytes += part.length;
    },
    get bytes() {
      return bytes;
    },
    finish() {
      file.flush();
      close();
      return null;
    },
    close,
  };
}

/** Blobs are kept by the browser outside of the page's memory, on disk where they are large. */
function blobSink(): Sink {
  let parts: Blob[] = [];
  let bytes = 0;
  return {
    write(part) {
      parts.push(new Blob([part]));
      bytes += part.length;
    },
    get bytes() {
      return bytes;
    },
    finish: () => new Blob(parts),
    close: () => {
      parts = [];
    },
  };
}

async function openSinks(id: string): Promise<{ readonly place: 'files' | 'blobs'; sinks: Record<SplitName, Sink> }> {
  const folder = await createFolder(id);
  const open = async (split: SplitName): Promise<SyncFile | undefined> => {
    const handle = (await folder?.getFileHandle(split, { create: true })) as WorkerFileHandle | undefined;
    return handle?.createSyncAccessHandle?.();
  };
  const [training, test] = [await open('training'), await open('test')];
  if (training !== undefined && test !== undefined) {
    return { place: 'files', sinks: { training: fileSink(training), test: fileSink(test) } };
  }
  await removeFolder(id);
  return { place: 'blobs', sinks: { training: blobSink(), test: blobSink() } };
}

export async function createSampleWriter(id: string): Promise<SampleWriter> {
  const release = await holdLock(id);
  const { place, sinks } = await openSinks(id).catch(async (error: unknown) => {
    await removeFolder(id);
    release();
    throw error;
  });

  async function abort(): Promise<void> {
    for (const split of SPLITS) sinks[split].close();
    await removeFolder(id);
    release();
  }

  return {
    write: async (split, bytes) => sinks[split].write(bytes),
    commit: async ({ description, targets, targetBytes, createdAt }) => {
      try {
        const blobs = { training: sinks.training.finish(), test: sinks.test.finish() };
        const splitBytes = { training: sinks.training.bytes, test: sinks.test.bytes };
        const bytes = splitBytes.training + splitBytes.test + targetBytes;
        const stores = (await sampleDatabase()).transaction(['records', 'targets', 'blobs'], 'readwrite');
        const writes = [
          stores.objectStore('records').add({ id, description, createdAt, splitBytes, bytes, place }),
          stores.objectStore('targets').add(targets, id),
          blobs.training !== null && blobs.test !== null
            ? stores.objectStore('blobs').add({ training: blobs.training, test: blobs.test }, id)
            : null,
        ];
        await Promise.all([...writes, stores.done]);
        release();
      } catch (error) {
        await abort();
        throw error;
      }
    },
    abort,
  };
}
