import type { DesignLock, DesignLocks, DesignNews, LockEvents } from '@/lib/platform/design-locks';

/** A lock that is not free at once may be a reload's own, about to be let go: only after this long is it another tab's. */
const GRACE_MS = 150;
/** A tab that does not answer a request in this time is frozen or stuck. */
const ANSWER_MS = 1500;

const lockName = (id: string) => `shapeflow.design.${id}`;

/** Web Locks with a channel on which tabs ask each other to let go. */
export function createWebLocks(locks: LockManager, channel: BroadcastChannel): DesignLocks {
  return {
    acquire: (id, events) => acquire({ locks, channel, id, events }),
    isHeld: async (id) => ((await locks.query()).held ?? []).some(({ name }) => name === lockName(id)),
  };
}

/** For browsers without Web Locks: whoever opens a design last writes it; storage refuses the others. */
export function createOpenLocks(): DesignLocks {
  return {
    acquire(_id, events) {
      let released = false;
      queueMicrotask(() => {
        if (!released) events.onHeld();
      });
      return {
        takeOver: () => events.onHeld(),
        release: () => {
          released = true;
        },
      };
    },
    isHeld: async () => false,
  };
}

interface Acquisition {
  readonly locks: LockManager;
  readonly channel: BroadcastChannel;
  readonly id: string;
  readonly events: LockEvents;
}

function acquire({ locks, channel, id, events }: Acquisition): DesignLock {
  let released = false;
  let letGo: (() => void) | null = null;
  let stopWaiting = new AbortController();

  function holdUntilLetGo(): Promise<void> {
    if (released) return Promise.resolve();
    events.onHeld();
    return new Promise((resolve) => {
      letGo = resolve;
    });
  }

  function queue(options: LockOptions): Promise<void> {
    return locks.request(lockName(id), options, holdUntilLetGo).then(
      () => undefined,
      (error: unknown) => {
        // Either our own request was withdrawn, or the lock was stolen while we held it.
        if (released || letGo === null || !isAbort(error)) return;
        letGo = null;
        lost();
      },
    );
  }

  function wait(): void {
    stopWaiting = new AbortController();
    void queue({ signal: stopWaiting.signal });
  }

  function lost(): void {
    events.onLost();
    wait();
  }

  function onMessage({ data }: MessageEvent<unknown>): void {
    if (!isRequest(data, id) || letGo === null) return;
    void events.onRequested().finally(() => {
      const resolve = letGo;
      letGo = null;
      if (resolve === null) return;
      resolve();
      lost();
    });
  }

  const giveNotice = setTimeout(() => {
    if (letGo === null && !released) events.onWaiting();
  }, GRACE_MS);
  channel.addEventListener('message', onMessage);
  wait();

  return {
    takeOver() {
      channel.postMessage({ kind: 'request', id });
      setTimeout(() => {
        if (letGo !== null || released) return;
        stopWaiting.abort();
        void queue({ steal: true });
      }, ANSWER_MS);
    },
    release() {
      released = true;
      clearTimeout(giveNotice);
      channel.removeEventListener('message', onMessage);
      stopWaiting.abort();
      letGo?.();
      letGo = null;
    },
  };
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function isRequest(message: unknown, id: string): boolean {
  const { kind, id: design } = (message ?? {}) as { readonly kind?: unknown; readonly id?: unknown };
  return kind === 'request' && design === id;
}

/** Passes news of written designs between tabs; a channel does not deliver to its own sender. */
export function createDesignNews(channel: BroadcastChannel): DesignNews {
  return {
    tell: (design) => channel.postMessage({ kind: 'news', design }),
    onTold(listener) {
      const onMessage = ({ data }: MessageEvent<unknown>) => {
        const { kind, design } = (data ?? {}) as { readonly kind?: unknown; readonly design?: unknown };
        if (kind === 'news') listener(typeof design === 'string' ? design : null);
      };
      channel.addEventListener('message', onMessage);
      return () => channel.removeEventListener('message', onMessage);
    },
  };
}
