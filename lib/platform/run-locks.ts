/** Which runs go on, in this tab or in others: each holds a lock as long as its tab lives. */
export interface RunLocks {
  /** Lets go with the returned function; null: another tab has the run. */
  hold(run: string): Promise<(() => void) | null>;
  /** Runs that go on in any tab. */
  held(): Promise<ReadonlySet<string>>;
  /** Calls back once when nobody holds the run any more; the returned function ends the wait. */
  whenFree(run: string, callback: () => void): () => void;
}

/** Tells the other tabs, never this one, that runs have changed. */
export interface RunNews {
  tell(): void;
  onTold(listener: () => void): () => void;
}

const PREFIX = 'shapeflow.run.';

export function createRunLocks(locks: LockManager, prefix = PREFIX): RunLocks {
  return {
    hold: (run) =>
      new Promise((resolve) => {
        locks
          .request(prefix + run, { ifAvailable: true }, (lock) => {
            if (lock === null) return resolve(null);
            return new Promise<void>((letGo) => resolve(letGo));
          })
          // Locks are barred here (a page on its way out, storage switched off): as without them.
          .catch(() => resolve(() => {}));
      }),
    held: async () => {
      // Who waits for a run's end holds its lock for a moment too, but shared: that is nobody who has the run.
      const exclusive = ((await locks.query()).held ?? []).filter(({ mode }) => mode === 'exclusive');
      const names = exclusive.flatMap(({ name }) => name ?? []);
      return new Set(names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)));
    },
    whenFree(run, callback) {
      const waiting = new AbortController();
      const options = { mode: 'shared', signal: waiting.signal } as const;
      locks
        .request(prefix + run, options, () => undefined)
        .then(callback)
        .catch(() => undefined);
      return () => waiting.abort();
    },
  };
}

/** Without Web Locks (insecure contexts) each tab knows of its own runs alone. */
export function createOpenRunLocks(): RunLocks {
  const held = new Set<string>();
  return {
    hold: async (run) => {
      held.add(run);
      return () => void held.delete(run);
    },
    held: async () => held,
    whenFree: () => () => {},
  };
}

export function createRunNews(channel: BroadcastChannel): RunNews {
  return {
    tell: () => channel.postMessage('runs'),
    onTold(listener) {
      const onMessage = ({ data }: MessageEvent<unknown>) => {
        if (data === 'runs') listener();
      };
      channel.addEventListener('message', onMessage);
      return () => channel.removeEventListener('message', onMessage);
    },
  };
}
