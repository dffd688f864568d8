/** Runs something once after so many milliseconds; call the result to forget it. */
export type Timer = (run: () => void, ms: number) => () => void;

export interface Autosave {
  /** Something changed: it is saved when the changes pause, and at the latest after `MOST_WAIT_MS`. */
  changed(): void;
  /** Saves what is unsaved now; settles when it is. */
  flush(): Promise<void>;
  dispose(): void;
}

export interface AutosaveDeps {
  readonly save: () => Promise<void>;
  readonly timer: Timer;
  readonly now: () => number;
}

const WAIT_MS = 300;
const MOST_WAIT_MS = 2000;

/** Saves one at a time: a change while a save runs is saved by the next one. */
export function createAutosave({ save, timer, now }: AutosaveDeps): Autosave {
  let changedSince: number | null = null;
  let running: Promise<void> | null = null;
  let forget: (() => void) | null = null;

  const saveOnce = async (): Promise<void> => {
    forget?.();
    forget = null;
    while (running !== null) await running;
    if (changedSince === null) return;
    changedSince = null;
    running = save().finally(() => {
      running = null;
    });
    await running;
  };

  const flush = async (): Promise<void> => {
    // What changed while a save ran needs another one.
    do await saveOnce();
    while (changedSince !== null);
  };

  return {
    changed() {
      changedSince ??= now();
      forget?.();
      const left = MOST_WAIT_MS - (now() - changedSince);
      forget = timer(() => void saveOnce(), Math.max(0, Math.min(WAIT_MS, left)));
    },
    flush,
    dispose() {
      forget?.();
      forget = null;
      changedSince = null;
    },
  };
}
