import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type {
  ClaimOutcome,
  DesignStorage,
  StoredDesign,
  StoredSummary,
  WriteOutcome,
} from '@/lib/platform/design-storage';

interface Schema extends DBSchema {
  designs: { key: string; value: StoredDesign };
  /** Design id → the tab that may write it. */
  claims: { key: string; value: string };
  /** Designs that could not be read, as they were. */
  aside: { key: number; value: StoredDesign };
}

const NAME = 'shapeflow';
const VERSION = 1;

/** Keeps designs in IndexedDB; the database is opened at the first call. */
export function createIndexedDbStorage(): DesignStorage {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () => {
    opened ??= open(() => {
      opened = null;
    });
    return opened;
  };
  return {
    list: async () => summaries(await (await database()).getAll('designs')),
    read: async (id) => asStored(id, await (await database()).get('designs', id)),
    claim: (id, writer) =>
      database()
        .then((db) => db.put('claims', writer, id))
        .then(() => 'written' as const)
        .catch(outcomeOf),
    write: async (design, writer) =>
      database()
        .then((db) => put(db, design, writer))
        .catch(outcomeOf),
    remove: async (id) => remove(await database(), id),
    setAside: async (id) => setAside(await database(), id),
  };
}

function open(onClosed: () => void): Promise<IDBPDatabase<Schema>> {
  const opening = openDB<Schema>(NAME, VERSION, {
    upgrade(db) {
      db.createObjectStore('designs', { keyPath: 'id' });
      db.createObjectStore('claims');
      db.createObjectStore('aside', { autoIncrement: true });
    },
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

/** A record whose parts are not what they should be is still a design, with an empty file that says so on opening. */
function asStored(id: string, record: Partial<StoredDesign> | undefined): StoredDesign | null {
  if (record === undefined) return null;
  const { name, changedAt, file } = record;
  return {
    id,
    name: typeof name === 'string' ? name : id,
    changedAt: typeof changedAt === 'number' ? changedAt : 0,
    file: typeof file === 'string' ? file : '',
  };
}

function summaries(records: readonly Partial<StoredDesign>[]): readonly StoredSummary[] {
  return records
    .flatMap((record) => (typeof record.id === 'string' ? (asStored(record.id, record) ?? []) : []))
    .map(({ id, name, changedAt }) => ({ id, name, changedAt }))
    .sort((a, b) => b.changedAt - a.changedAt);
}

async function put(db: IDBPDatabase<Schema>, design: StoredDesign, writer: string): Promise<WriteOutcome> {
  const transaction = db.transaction(['designs', 'claims'], 'readwrite');
  if ((await transaction.objectStore('claims').get(design.id)) !== writer) {
    await transaction.done;
    return 'lost';
  }
  // Together: where there is no room both fail, and neither may go unheard.
  await Promise.all([transaction.objectStore('designs').put(design), transaction.done]);
  return 'written';
}

async function remove(db: IDBPDatabase<Schema>, id: string): Promise<void> {
  const transaction = db.transaction(['designs', 'claims'], 'readwrite');
  const [designs, claims] = [transaction.objectStore('designs'), transaction.objectStore('claims')];
  await Promise.all([designs.delete(id), claims.delete(id), transaction.done]);
}

async function setAside(db: IDBPDatabase<Schema>, id: string): Promise<void> {
  const transaction = db.transaction(['designs', 'aside'], 'readwrite');
  const design = await transaction.objectStore('designs').get(id);
  const kept = design === undefined ? null : transaction.objectStore('aside').add(design);
  await Promise.all([kept, transaction.objectStore('designs').delete(id), transaction.done]);
}

function outcomeOf(error: unknown): Exclude<ClaimOutcome, 'written'> {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'quota';
  return name === 'SecurityError' || name === 'InvalidStateError' || name === 'UnknownError' ? 'barred' : 'other';
}
