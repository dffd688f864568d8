import { createDatabaseTables, type Tables } from '@/lib/platform/tables';

/** `studies`: by id. `queue`: the one there is. */
export const STUDY_TABLES = ['studies', 'queue'] as const;
export type StudyTable = (typeof STUDY_TABLES)[number];
export type StudyTables = Tables<StudyTable>;

/** Studies in a database of their own. */
export function createStudyTables(): StudyTables {
  return createDatabaseTables<StudyTable>({
    name: 'shapeflow-studies',
    version: 1,
    upgrade(database, from) {
      if (from < 1) for (const table of STUDY_TABLES) database.createObjectStore(table);
    },
  });
}
