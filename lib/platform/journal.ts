import type { StoredDesign } from '@/lib/platform/design-storage';

/**
 * Where a page that is going away leaves a design it has no time to save properly: IndexedDB answers too late for a
 * closing page, localStorage at once.
 */
export interface Journal {
  read(id: string): StoredDesign | null;
  write(design: StoredDesign): void;
  clear(id: string): void;
}

const PREFIX = 'shapeflow.unsaved.';

export function createJournal(storage: Storage | null): Journal {
  return {
    read(id) {
      const text = attempt(() => storage?.getItem(PREFIX + id) ?? null);
      return text === null ? null : parseRecord(text, id);
    },
    write(design) {
      attempt(() => storage?.setItem(PREFIX + design.id, JSON.stringify(design)));
    },
    clear(id) {
      attempt(() => storage?.removeItem(PREFIX + id));
    },
  };
}

/** A full or barred localStorage leaves only the ordinary save, which was started as well. */
function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}

function parseRecord(text: string, id: string): StoredDesign | null {
  const value = attempt(() => JSON.parse(text) as unknown);
  if (typeof value !== 'object' || value === null) return null;
  const { name, changedAt, file } = value as Partial<Record<keyof StoredDesign, unknown>>;
  if (typeof name !== 'string' || typeof changedAt !== 'number' || typeof file !== 'string') return null;
  return { id, name, changedAt, file };
}
