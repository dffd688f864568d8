import { analyze } from '@/lib/analysis/analyze';
import { loadDocument } from '@/lib/document/load';
import { saveDocument } from '@/lib/document/save';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import type { DesignLocks, DesignNews, LockEvents } from '@/lib/platform/design-locks';
import type { DesignStorage, StoredDesign, WriteOutcome } from '@/lib/platform/design-storage';
import type { Journal } from '@/lib/platform/journal';
import { createNotices } from '@/lib/state/notices';
import { createWorkspace, type OpenReport, type Workspace } from '@/lib/state/workspace';
import { taskOf } from '@/lib/state/task-of';

/** A browser without a browser: what tabs share, and tabs that can be opened, closed and killed. */
export interface BrowserDouble {
  readonly designs: Map<string, StoredDesign>;
  readonly aside: StoredDesign[];
  /** What writes and claims answer instead of writing; null = they work. */
  failure: Exclude<WriteOutcome, 'written' | 'lost'> | null;
  /** Storage refuses everything, as in a private window. */
  isBarred: boolean;
  /** Locks are granted only after they have been called taken, as on a busy machine. */
  isSlowToLock: boolean;
  openTab(): Promise<TabDouble>;
  /** Lets the time of every waiting timer come, and everything that follows from it settle. */
  settle(): Promise<void>;
}

export interface TabDouble {
  readonly workspace: Workspace;
  readonly notices: ReturnType<typeof createNotices>;
  readonly reports: OpenReport[];
  /** Which design each copy was made of. */
  readonly duplicated: readonly (readonly [from: string, to: string])[];
  /** Closes in good order. */
  close(): Promise<void>;
  /** Dies without a word: nothing is flushed, but the browser frees its locks. */
  kill(): Promise<void>;
  /** Is frozen: its timers and its answers to other tabs stop. */
  freeze(): void;
}

interface Waiting {
  readonly tab: string;
  readonly events: LockEvents;
}

export function createBrowser(): BrowserDouble {
  const designs = new Map<string, StoredDesign>();
  const claims = new Map<string, string>();
  const aside: StoredDesign[] = [];
  const journaled = new Map<string, StoredDesign>();
  const queues = new Map<string, Waiting[]>();
  const listeners = new Map<string, Set<(design: string | null) => void>>();
  const timers = new Map<() => void, string>();
  const frozen = new Set<string>();
  let lastOpen: string | null = null;
  let clock = 1_000;
  let lastId = 0;

  const browser: BrowserDouble = {
    designs,
    aside,
    failure: null,
    isBarred: false,
    isSlowToLock: false,
    openTab,
    settle,
  };

  const guard = () => (browser.isBarred ? Promise.reject(new Error('barred')) : Promise.resolve());
  const storage: DesignStorage = {
    list: () => guard().then(() => [...designs.values()].sort((a, b) => b.changedAt - a.changedAt)),
    read: (id) => guard().then(() => designs.get(id) ?? null),
    async claim(id, writer) {
      const failure = browser.isBarred ? 'barred' : browser.failure;
      if (failure !== null) return failure;
      claims.set(id, writer);
      return 'written';
    },
    async write(design, writer) {
      if (browser.isBarred) return 'barred';
      if (browser.failure !== null) return browser.failure;
      if (claims.get(design.id) !== writer) return 'lost';
      designs.set(design.id, design);
      return 'written';
    },
    remove: (id) =>
      guard().then(() => {
        designs.delete(id);
        claims.delete(id);
      }),
    async setAside(id) {
      const design = designs.get(id);
      if (design !== undefined) aside.push(design);
      designs.delete(id);
    },
  };
  const journal: Journal = {
    read: (id) => journaled.get(id) ?? null,
    write: (design) => void journaled.set(design.id, design),
    clear: (id) => void journaled.delete(id),
  };

  function locksOf(tab: string): DesignLocks {
    return {
      acquire(id, events) {
        const queue = queues.get(id) ?? [];
        queues.set(id, queue);
        const me = { tab, events };
        queue.push(me);
        queueMicrotask(() => void answer(queue, me));
        return { takeOver: () => void takeOver(queue, me), release: () => leave(queue, me) };
      },
      isHeld: async (id) => (queues.get(id) ?? []).length > 0,
    };
  }

  async function answer(queue: readonly Waiting[], me: Waiting): Promise<void> {
    const isFree = queue[0] === me;
    if (!isFree || browser.isSlowToLock) me.events.onWaiting();
    if (!isFree) return;
    for (let turn = 0; browser.isSlowToLock && turn < 10; turn++) await Promise.resolve();
    me.events.onHeld();
  }

  async function takeOver(queue: Waiting[], me: Waiting): Promise<void> {
    const [holder] = queue;
    if (holder === undefined || holder === me) return;
    if (!frozen.has(holder.tab)) await holder.events.onRequested();
    queue.splice(queue.indexOf(me), 1);
    queue.unshift(me);
    if (!frozen.has(holder.tab)) holder.events.onLost();
    me.events.onHeld();
  }

  function leave(queue: Waiting[], me: Waiting): void {
    const at = queue.indexOf(me);
    if (at === -1) return;
    queue.splice(at, 1);
    if (at === 0) queue[0]?.events.onHeld();
  }

  function newsOf(tab: string): DesignNews {
    return {
      tell(design) {
        for (const [other, heard] of listeners) if (other !== tab) heard.forEach((listener) => listener(design));
      },
      onTold(listener) {
        const heard = listeners.get(tab) ?? new Set();
        listeners.set(tab, heard.add(listener));
        return () => void heard.delete(listener);
      },
    };
  }

  async function openTab(): Promise<TabDouble> {
    const tab = `tab${++lastId}`;
    let ownOpen: string | null = null;
    const notices = createNotices();
    const reports: OpenReport[] = [];
    const duplicated: (readonly [from: string, to: string])[] = [];
    const workspace = createWorkspace({
      storage,
      journal,
      locks: locksOf(tab),
      news: newsOf(tab),
      memory: {
        read: () => ownOpen ?? lastOpen,
        write(id) {
          ownOpen = id;
          lastOpen = id;
        },
      },
      timer(run) {
        const entry = () => run();
        timers.set(entry, tab);
        return () => void timers.delete(entry);
      },
      now: () => ++clock,
      newId: () => `design${++lastId}`,
      tab,
      readDesign: loadDocument,
      writeDesign: saveDocument,
      analyze: (document) => analyze(document, taskOf(document)),
      firstDesign: buildLenet5,
      notices,
      onOpened: (report) => reports.push(report),
      onDuplicated: (from, to) => duplicated.push([from, to]),
    });
    await workspace.ready;

    const vanish = async () => {
      listeners.delete(tab);
      for (const [entry, owner] of timers) if (owner === tab) timers.delete(entry);
      for (const queue of queues.values()) {
        const mine = queue.find((waiting) => waiting.tab === tab);
        if (mine !== undefined) leave(queue, mine);
      }
      await settle();
    };
    return {
      workspace,
      notices,
      reports,
      duplicated,
      async close() {
        workspace.leave();
        await vanish();
      },
      kill: vanish,
      freeze: () => void frozen.add(tab),
    };
  }

  async function settle(): Promise<void> {
    for (let round = 0; round < 50; round++) {
      const due = [...timers].filter(([, tab]) => !frozen.has(tab));
      for (const [entry] of due) {
        timers.delete(entry);
        entry();
      }
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    }
  }

  return browser;
}
