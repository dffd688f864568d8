import { openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';

/** Reads and writes between which nobody else comes; what a failure leaves undone it leaves undone as a whole. */
export interface Transaction<N extends string> {
  /** undefined: nothing is there. */
  get(table: N, key: string): Promise<unknown>;
  all(table: N): Promise<readonly unknown[]>;
  /** Those that begin with `prefix`, in order. */
  keys(table: N, prefix: string): Promise<readonly string[]>;
  put(table: N, key: string, value: unknown): Promise<void>;
  delete(table: N, key: string): Promise<void>;
}

/** Values under text keys, in tables. What is read was written by some version of the product: its readers look. */
export interface Tables<N extends string> {
  /** `work` may wait for nothing but the transaction; rejects, with everything as it was, when any of it fails. */
  transact<T>(tables: readonly N[], work: (transaction: Transaction<N>) => Promise<T>): Promise<T>;
  dispose(): void;
}

/** Why storage failed: it is full, it may not be used, or something else. */
export type StorageFault = 'quota' | 'barred' | 'other';

export function storageFaultOf(error: unknown): StorageFault {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'quota';
  return name === 'SecurityError' || name === 'InvalidStateError' || name === 'UnknownError' ? 'barred' : 'other';
}

export interface DatabaseForm {
  readonly name: string;
  readonly version: number;
  /** Brings a database of an older version, 0 if there is none, to this one. */
  upgrade(database: IDBPDatabase, from: number): void;
}

/** Tables in a database of their own in IndexedDB, opened at the first call. */
export function createDatabaseTables<N extends string>(form: DatabaseForm): Tables<N> {
  let opened: Promise<IDBPDatabase> | null = null;
  const forget = (): void => {
    opened = null;
  };
  const database = (): Promise<IDBPDatabase> => {
    opened ??= openDatabase(form, forget);
    return opened;
  };
  return {
    transact: async (tables, work) => {
      const transaction = (await database()).transaction([...tables] as string[], 'readwrite');
      // Heard below; a transaction that fails while `work` fails must not be an unhandled rejection besides.
      transaction.done.catch(() => {});
      try {
        const result = await work(asTransaction(transaction));
        await transaction.done;
        return result;
      } catch (error) {
        abort(transaction);
        throw transaction.error ?? error;
      }
    },
    dispose: () => {
      void opened?.then((db) => db.close());
      forget();
    },
  };
}

function openDatabase({ name, version, upgrade }: DatabaseForm, onClosed: () => void): Promise<IDBPDatabase> {
  const opening = openDB(name, version, {
    upgrade: (database, from) => upgrade(database, from),
    // A tab with a newer version of the product upgrades; this one opens again when it next needs to.
    blocking: (_from, _to, event) => {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
  opening.catch(onClosed);
  return opening;
}

function asTransaction<N extends string>(transaction: IDBPTransaction<unknown, string[], 'readwrite'>): Transaction<N> {
  return {
    get: (table, key) => transaction.objectStore(table).get(key),
    all: (table) => transaction.objectStore(table).getAll(),
    keys: async (table, prefix) => {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      return (await transaction.objectStore(table).getAllKeys(range)).map(String);
    },
    put: async (table, key, value) => void (await transaction.objectStore(table).put(value, key)),
    delete: (table, key) => transaction.objectStore(table).delete(key),
  };
}

function abort(transaction: IDBPTransaction<unknown, string[], 'readwrite'>): void {
  try {
    transaction.abort();
  } catch {
    // It has aborted itself.
  }
}

/** Tables that live as long as the object: for tests, and where a browser bars its storage. */
export function createMemoryTables<N extends string>(): Tables<N> {
  let tables = new Map<N, Map<string, unknown>>();
  let last: Promise<unknown> = Promise.resolve();
  const rowsOf = (name: N): Map<string, unknown> => {
    const rows = tables.get(name) ?? new Map<string, unknown>();
    tables.set(name, rows);
    return rows;
  };
  const transaction: Transaction<N> = {
    get: async (table, key) => rowsOf(table).get(key),
    all: async (table) => [...rowsOf(table).values()],
    keys: async (table, prefix) => [...rowsOf(table).keys()].filter((key) => key.startsWith(prefix)).sort(),
    put: async (table, key, value) => void rowsOf(table).set(key, structuredClone(value)),
    delete: async (table, key) => void rowsOf(table).delete(key),
  };
  return {
    transact: (_names, work) => {
      const done = last.then(async () => {
        const before = new Map([...tables].map(([name, rows]) => [name, new Map(rows)]));
        try {
          return await work(transaction);
        } catch (error) {
          tables = before;
          throw error;
        }
      });
      last = done.catch(() => undefined);
      return done;
    },
    dispose: () => {},
  };
}
