import type { FileProblem } from '@/lib/core/file-problem';
import type { Result } from '@/lib/core/result';
import type { Document } from '@/lib/document/document';
import type { LoadedDocument } from '@/lib/document/load';
import type { DesignLocks, DesignNews } from '@/lib/platform/design-locks';
import type { ClaimOutcome, DesignStorage, StoredDesign, WriteOutcome } from '@/lib/platform/design-storage';
import type { Journal } from '@/lib/platform/journal';
import { createAutosave, type Timer } from '@/lib/state/autosave';
import type { SaveFailure } from '@/lib/state/notices';
import type { DesignId, SaveState } from '@/lib/state/workspace-state';

export interface SessionDeps {
  readonly storage: DesignStorage;
  readonly locks: DesignLocks;
  readonly news: DesignNews;
  readonly journal: Journal;
  readonly timer: Timer;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Names this tab among all tabs. */
  readonly tab: string;
  readonly readDesign: (text: string, fallbackName: string) => Result<LoadedDocument, FileProblem>;
  readonly writeDesign: (document: Document) => string;
}

export interface SessionEvents {
  /** The design as storage has it: on opening, and when another tab has changed it. */
  onLoaded(opened: LoadedDocument, changedAt: number): void;
  onSaveState(state: SaveState): void;
  onSaveFailed(reason: SaveFailure): void;
  /** Storage does not answer, so nothing can be shown: what was changed elsewhere must not be saved as this design. */
  onUnreachable(): void;
  /** It is not in storage (any more). */
  onGone(): void;
  /** It cannot be read; unless it is of a newer version of the product, it was set aside. */
  onUnreadable(name: string, problem: FileProblem): void;
  /** Another tab has taken over writing. */
  onTakenOver(): void;
}

/** One open design: its lock among tabs, its way in from storage and back out. */
export interface Session {
  readonly id: DesignId;
  /** To be saved soon. */
  changed(document: Document, changedAt: number): void;
  /** The page may be gone in a moment: keeps what is unsaved in a way that needs no waiting. */
  leave(): void;
  flush(): Promise<void>;
  takeOver(): void;
  /** Saves and lets other tabs write. */
  close(): Promise<void>;
  /** Lets go without saving: the design was deleted. */
  abandon(): void;
}

/** What is to be opened: a kept design by its id, or a new one with its document. */
export interface SessionStart {
  readonly id: DesignId;
  readonly created: { readonly document: Document; readonly changedAt: number } | null;
}

interface Version {
  readonly document: Document;
  readonly changedAt: number;
}

export function createSession(deps: SessionDeps, { id, created }: SessionStart, events: SessionEvents): Session {
  const { storage, journal, news } = deps;
  let current: Version | null = created;
  /** The version that storage has, as far as this tab knows. */
  let kept: Version | null = null;
  let claimed = false;
  let holding = false;
  let closed = false;

  const autosave = createAutosave({ save, timer: deps.timer, now: deps.now });
  const lock = deps.locks.acquire(id, { onHeld, onWaiting, onRequested, onLost });
  const forgetNews = news.onTold((design) => {
    if (design === id && !holding && !closed) void load();
  });

  function record({ document, changedAt }: Version): StoredDesign {
    return { id, name: document.name, changedAt, file: deps.writeDesign(document) };
  }

  async function save(): Promise<void> {
    if (current === null || !holding) return;
    const version = current;
    const claim = await claimOnce();
    const outcome = claim === 'written' ? await storage.write(record(version), deps.tab) : claim;
    if (outcome === 'written') onWritten(version);
    else onNotWritten(outcome);
  }

  /** A claim that failed, for want of room perhaps, is made again before the next write. */
  async function claimOnce(): Promise<ClaimOutcome> {
    if (claimed) return 'written';
    const outcome = await storage.claim(id, deps.tab);
    claimed = outcome === 'written';
    return outcome;
  }

  function onWritten(version: Version): void {
    kept = version;
    journal.clear(id);
    news.tell(id);
    if (!closed && holding && version === current) events.onSaveState('saved');
  }

  function onNotWritten(outcome: Exclude<WriteOutcome, 'written'>): void {
    if (outcome === 'lost') return onLost();
    events.onSaveState('failed');
    events.onSaveFailed(outcome);
  }

  /** Shows what storage has, unless it is what is shown already. Tells whether there is something to show. */
  async function load(): Promise<boolean> {
    const stored = newer(await storage.read(id), journal.read(id));
    if (closed) return false;
    if (stored === null) {
      events.onGone();
      return false;
    }
    if (stored.changedAt === current?.changedAt) return true;
    const opened = deps.readDesign(stored.file, stored.name);
    if (!opened.ok) {
      if (holding && !isNewer(opened.error)) await storage.setAside(id);
      if (!closed) events.onUnreadable(stored.name, opened.error);
      return false;
    }
    current = { document: opened.value.document, changedAt: stored.changedAt };
    kept = current;
    events.onLoaded(opened.value, stored.changedAt);
    return true;
  }

  async function hold(): Promise<void> {
    holding = true;
    claimed = false;
    const claim = await claimOnce();
    if (created !== null && kept === null) return save();
    if (!(await load()) || closed || !holding) return;
    if (claim !== 'written') return onNotWritten(claim);
    if (journal.read(id) !== null) return save();
    events.onSaveState('saved');
  }

  function onHeld(): void {
    hold().catch(barred);
  }

  function onWaiting(): void {
    // Nobody else can have what was never kept: the lock is only slow to come.
    if (created !== null && kept === null) return;
    load()
      .then((shown) => {
        if (shown && !closed && !holding) events.onSaveState('elsewhere');
      })
      .catch(barred);
  }

  async function onRequested(): Promise<void> {
    await autosave.flush();
    leaveBehind();
  }

  function onLost(): void {
    if (closed || !holding) return;
    holding = false;
    autosave.dispose();
    events.onSaveState('elsewhere');
    events.onTakenOver();
  }

  function barred(): void {
    if (closed) return;
    if (current === null) events.onUnreachable();
    else onNotWritten('barred');
  }

  /** What could not be saved is found by whoever opens the design next. */
  function leaveBehind(): void {
    if (current !== null && holding && current !== kept) journal.write(record(current));
  }

  function letGo(): void {
    closed = true;
    holding = false;
    autosave.dispose();
    forgetNews();
    lock.release();
  }

  return {
    id,
    changed(document, changedAt) {
      current = { document, changedAt };
      if (!holding) return;
      events.onSaveState('saving');
      autosave.changed();
    },
    leave() {
      leaveBehind();
      void autosave.flush();
    },
    flush: () => autosave.flush(),
    takeOver: () => lock.takeOver(),
    async close() {
      await autosave.flush();
      leaveBehind();
      letGo();
    },
    abandon: letGo,
  };
}

function newer(stored: StoredDesign | null, journaled: StoredDesign | null): StoredDesign | null {
  if (stored === null || journaled === null) return stored ?? journaled;
  return journaled.changedAt > stored.changedAt ? journaled : stored;
}

/** A file of a newer version is sound: it waits for the page to be reloaded as that version. */
function isNewer(problem: FileProblem): boolean {
  return problem.code === 'file/newer-format' || problem.code === 'file/newer-layer';
}
