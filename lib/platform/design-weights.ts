import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { NamedTensor } from '@/lib/core/named-tensor';

/** Weights that came with a design, beside it: they are far larger than the design, and it is saved at every change. */
export interface WeightStorage {
  /** null where there are none, or storage cannot be used. */
  read(design: string): Promise<readonly NamedTensor[] | null>;
  /** Whether there was room. */
  write(design: string, weights: readonly NamedTensor[]): Promise<boolean>;
  remove(design: string): Promise<void>;
}

interface Schema extends DBSchema {
  weights: { key: string; value: readonly NamedTensor[] };
}

/** A database of its own: that of the designs stays as it is. */
const NAME = 'shapeflow-weights';

export function createWeightStorage(): WeightStorage {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () => {
    opened ??= openDB<Schema>(NAME, 1, { upgrade: (db) => void db.createObjectStore('weights') });
    // Barred now, it may be allowed at the next try.
    opened.catch(() => (opened = null));
    return opened;
  };
  return {
    read: (design) =>
      database()
        .then((db) => db.get('weights', design))
        .then((kept) => kept ?? null)
        .catch(() => null),
    write: (design, weights) =>
      database()
        .then((db) => db.put('weights', weights, design))
        .then(
          () => true,
          () => false,
        ),
    remove: (design) =>
      database()
        .then((db) => db.delete('weights', design))
        .catch(() => undefined),
  };
}
