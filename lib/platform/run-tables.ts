import type { IDBPDatabase } from 'idb';
import { createDatabaseTables, type DatabaseForm, type Tables } from '@/lib/platform/tables';

/**
 * `records`, `designs`, `curves`: by run. `heads`: by run, which checkpoints there are. `weights`, `states`: of one
 * checkpoint each, by run and number. `tops`: by run and what they are of.
 */
export const RUN_TABLES = ['records', 'designs', 'curves', 'heads', 'weights', 'states', 'tops'] as const;
export type RunTable = (typeof RUN_TABLES)[number];
export type RunTables = Tables<RunTable>;

const FORM: DatabaseForm = {
  name: 'shapeflow-runs',
  version: 2,
  upgrade(database: IDBPDatabase) {
    const there = database.objectStoreNames;
    for (const table of RUN_TABLES) if (!there.contains(table)) database.createObjectStore(table);
  },
};

/** Runs and their checkpoints in a database of their own; the page and the training worker each open it. */
export function createRunTables(): RunTables {
  return createDatabaseTables<RunTable>(FORM);
}
