/** Which design was open last: this tab's own after a reload, otherwise the browser's. */
export interface DesignMemory {
  read(): string | null;
  write(id: string): void;
}

const KEY = 'shapeflow.open-design';

export function createDesignMemory(ofTab: Storage | null, ofBrowser: Storage | null): DesignMemory {
  const stores = [ofTab, ofBrowser];
  return {
    read: () => stores.map((store) => attempt(() => store?.getItem(KEY) ?? null)).find((id) => id !== null) ?? null,
    write(id) {
      for (const store of stores) attempt(() => store?.setItem(KEY, id));
    },
  };
}

/** Without web storage the most recently changed design opens instead. */
function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
