import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

export const SPLITS = ['training', 'test'] as const;
export type SplitName = (typeof SPLITS)[number];

/** What a data set is on disk. It exists once this record does: samples without one are left from a killed build. */
export interface StoredRecord {
  readonly id: string;
  readonly description: unknown;
  readonly createdAt: number;
  /** Of the samples of each split. */
  readonly splitBytes: Readonly<Record<SplitName, number>>;
  /** Of samples and targets. */
  readonly bytes: number;
  /** Files of the origin's own file system, or blobs of this database where there is none. */
  readonly place: 'files' | 'blobs';
}

export interface SampleSchema extends DBSchema {
  records: { key: string; value: StoredRecord };
  /** Of each split; whoever wrote them parses them. */
  targets: { key: string; value: Readonly<Record<SplitName, unknown>> };
  blobs: { key: string; value: Readonly<Record<SplitName, Blob>> };
}

export type SampleDatabase = IDBPDatabase<SampleSchema>;

/** A database of its own: those of the designs and runs stay as they are. */
const NAME = 'shapeflow-datasets';

let opened: Promise<SampleDatabase> | null = null;

/** Opens it at the first call, and again after it was closed or barred. */
export function sampleDatabase(): Promise<SampleDatabase> {
  opened ??= open();
  return opened;
}

function open(): Promise<SampleDatabase> {
  const forget = (): void => {
    opened = null;
  };
  const opening = openDB<SampleSchema>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore('records', { keyPath: 'id' });
      db.createObjectStore('targets');
      db.createObjectStore('blobs');
    },
    blocking: (_from, _to, event) => {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
  opening.catch(forget);
  return opening;
}
