/** What the page may do to a run while it goes; the training loop asks between batches. */
export interface RunControl {
  pause(): void;
  resume(): void;
  stop(): void;
  /** The epoch in progress is to stay kept. */
  keepEpoch(): void;
  /** Whether that was asked since the last time this was. */
  takeKeepEpoch(): boolean;
  readonly stopped: boolean;
  readonly paused: boolean;
  /** Resolves at once unless paused; then with the next resume or stop. */
  untilRunning(): Promise<void>;
}

export function createRunControl(): RunControl {
  let stopped = false;
  let paused = false;
  let keepsEpoch = false;
  let waiting: (() => void)[] = [];

  function wake(): void {
    const resolves = waiting;
    waiting = [];
    for (const resolve of resolves) resolve();
  }

  return {
    pause: () => {
      if (!stopped) paused = true;
    },
    resume: () => {
      paused = false;
      wake();
    },
    stop: () => {
      stopped = true;
      paused = false;
      wake();
    },
    keepEpoch: () => {
      keepsEpoch = true;
    },
    takeKeepEpoch: () => {
      const was = keepsEpoch;
      keepsEpoch = false;
      return was;
    },
    get stopped() {
      return stopped;
    },
    get paused() {
      return paused;
    },
    untilRunning: () => (paused ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
  };
}
