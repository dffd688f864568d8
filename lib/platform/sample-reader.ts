import { sampleDatabase, type SplitName, type StoredRecord } from '@/lib/platform/sample-database';
import { openFile, type SyncFile } from '@/lib/platform/sample-folder';

/** The samples of a split as records of one size, read in a worker at once, without waiting. */
export interface SampleFile {
  readonly bytes: number;
  /** Fills `into` with these records, in the order asked. */
  read(records: ArrayLike<number>, into: Uint8Array<ArrayBuffer>): void;
  close(): void;
}

export interface OpenSamples {
  readonly record: StoredRecord;
  readonly targets: Readonly<Record<SplitName, unknown>>;
  readonly files: Readonly<Record<SplitName, SampleFile>>;
}

/** Null where there is no such data set, or its samples are gone or not as long as they were written. */
export async function openSamples(id: string): Promise<OpenSamples | null> {
  const db = await sampleDatabase();
  const [record, targets] = await Promise.all([db.get('records', id), db.get('targets', id)]);
  if (record === undefined || targets === undefined) return null;
  const training = await openSplit(record, 'training');
  const test = await openSplit(record, 'test');
  if (training !== null && test !== null) return { record, targets, files: { training, test } };
  training?.close();
  test?.close();
  return null;
}

async function openSplit(record: StoredRecord, split: SplitName): Promise<SampleFile | null> {
  const file = record.place === 'files' ? await openStored(record.id, split) : await openBlob(record.id, split);
  if (file === null || file.bytes === record.splitBytes[split]) return file;
  file.close();
  return null;
}

async function openBlob(id: string, split: SplitName): Promise<SampleFile | null> {
  const blobs = await (await sampleDatabase()).get('blobs', id);
  return blobs === undefined ? null : blobFile(blobs[split]);
}

async function openStored(id: string, split: SplitName): Promise<SampleFile | null> {
  const handle = await openFile(id, split);
  if (handle === null) return null;
  try {
    // Browsers that do not know 'read-only' lock the file: the second reader has to take the slower way.
    const file = await handle.createSyncAccessHandle?.({ mode: 'read-only' });
    if (file !== undefined) return syncFile(file);
  } catch {
    // Locked by another tab.
  }
  return blobFile(await handle.getFile());
}

function syncFile(file: SyncFile): SampleFile {
  return {
    bytes: file.getSize(),
    read(records, into) {
      const size = into.length / records.length;
      for (let row = 0; row < records.length; row += 1) {
        const part = into.subarray(row * size, (row + 1) * size);
        const count = file.read(part, { at: (records[row] ?? 0) * size });
        if (count !== size) throw new Error(`sample ${records[row]} could not be read`);
      }
    },
    close: () => file.close(),
  };
}

/** Workers only: the page has no FileReaderSync. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

/** All records in one request: each request crosses to the browser's own process. */
function blobFile(blob: Blob): SampleFile {
  return {
    bytes: blob.size,
    read(records, into) {
      const size = into.length / records.length;
      const parts = Array.from(records, (record) => blob.slice(record * size, (record + 1) * size));
      into.set(new Uint8Array(new FileReaderSync().readAsArrayBuffer(new Blob(parts))));
    },
    close: () => {},
  };
}
