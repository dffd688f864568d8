/** One text under one key; nothing is kept where the browser bars or fills its storage. */
export interface TextStorage {
  read(): string | null;
  write(text: string): void;
}

export function createTextStorage(storage: Storage | null, key: string): TextStorage {
  return {
    read() {
      try {
        return storage?.getItem(key) ?? null;
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        storage?.setItem(key, text);
      } catch {
        // Preferences are a convenience: they hold for this visit even when they cannot be kept.
      }
    },
  };
}
