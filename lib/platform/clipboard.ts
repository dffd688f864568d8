/** The system's clipboard for text, with a memory of its own where the browser bars it. */
export interface TextClipboard {
  /** False when other pages and programs will not see it; pasting here works all the same. */
  write(text: string): Promise<boolean>;
  /** null: nothing there, or reading is barred and nothing was copied here. */
  read(): Promise<string | null>;
  /** What was copied here while the system's clipboard could not be written; null otherwise. */
  readonly kept: string | null;
}

export function createClipboard(system: Clipboard | undefined): TextClipboard {
  let kept: string | null = null;
  return {
    async write(text) {
      const written = await attempt(async () => system?.writeText(text).then(() => true));
      kept = written === true ? null : text;
      return written === true;
    },
    read: async () => kept ?? (await attempt(async () => system?.readText())) ?? null,
    get kept() {
      return kept;
    },
  };
}

/** Permission may be refused at any time; that is an answer, not a fault. */
async function attempt<T>(action: () => Promise<T>): Promise<T | null> {
  try {
    return await action();
  } catch {
    return null;
  }
}
