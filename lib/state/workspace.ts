import { createStore } from 'zustand/vanilla';
import type { Analysis } from '@/lib/analysis/analysis';
import type { FileProblem, FileWarning } from '@/lib/core/file-problem';
import type { ImportReport } from '@/lib/core/import-report';
import type { Document } from '@/lib/document/document';
import { createHistory, endGesture, perform, redo, undo, type History } from '@/lib/document/history';
import type { DesignMemory } from '@/lib/platform/design-memory';
import {
  createSession,
  type Session,
  type SessionDeps,
  type SessionEvents,
  type SessionStart,
} from '@/lib/state/design-session';
import { existingView, shownSelection, viewShowing, WHOLE_DESIGN } from '@/lib/state/design-view';
import type { Notices } from '@/lib/state/notices';
import { addedBy, existing, NOTHING_SELECTED, sameSelection } from '@/lib/state/selection';
import type { ReadonlyStore } from '@/lib/state/store';
import { uniqueName } from '@/lib/state/unique-name';
import type { DesignId, DesignSummary, WorkspaceActions, WorkspaceState } from '@/lib/state/workspace-state';

export interface WorkspaceDeps extends SessionDeps {
  /** Which design this tab, or the browser, had open last. */
  readonly memory: DesignMemory;
  readonly newId: () => DesignId;
  readonly analyze: (document: Document) => Analysis;
  /** What a first visit finds on the canvas. */
  readonly firstDesign: () => Document;
  readonly notices: Notices;
  /** A kept design was opened with repairs, or could not be opened: what a person should read at leisure. */
  readonly onOpened: (report: OpenReport) => void;
  /** A design was deleted: what is kept beside it can go. */
  readonly onDeleted?: (id: DesignId) => void;
  /** A copy stands beside a design: what is kept beside the one can be kept beside the other. */
  readonly onDuplicated?: (from: DesignId, to: DesignId) => void;
}

export type OpenReport =
  | { readonly kind: 'repaired'; readonly name: string; readonly warnings: readonly FileWarning[] }
  /** A file of another tool. */
  | { readonly kind: 'imported'; readonly name: string; readonly report: ImportReport }
  /** 'file': from disk; 'browser': one of the kept designs, which stays kept. */
  | {
      readonly kind: 'unreadable';
      readonly name: string;
      readonly problem: FileProblem;
      readonly from: 'file' | 'browser';
    };

export interface Workspace {
  readonly store: ReadonlyStore<WorkspaceState>;
  readonly actions: WorkspaceActions;
  /** A kept design as it is now, edits that are not stored yet included; null when it is gone or cannot be read. */
  readDesign(id: DesignId): Promise<Document | null>;
  /** Settles when the first design is on the canvas. */
  readonly ready: Promise<void>;
  /** What the open design is checked against has changed: its data set, say. */
  reanalyze(): void;
  /** The page is being hidden or closed: keeps what is unsaved without waiting. */
  leave(): void;
  dispose(): void;
}

/** A design's past, kept while another is open, and the version of the design it belongs to. */
interface Shelved {
  readonly history: History;
  readonly changedAt: number;
}

export function createWorkspace(deps: WorkspaceDeps): Workspace {
  let history = createHistory(deps.firstDesign());
  let changedAt = 0;
  let session: Session | null = null;
  /** Which design `history` is of; null before the first one is shown. */
  let shown: DesignId | null = null;
  let opening = 0;
  let entering: Promise<void> = Promise.resolve();
  const shelf = new Map<DesignId, Shelved>();

  const store = createStore<WorkspaceState>(() => ({
    designs: [],
    openDesign: '',
    ...derived(history),
    analysis: deps.analyze(history.present),
    selection: NOTHING_SELECTED,
    view: WHOLE_DESIGN,
    saveState: 'loading',
  }));
  const get = store.getState;
  const set = store.setState;

  const forgetNews = deps.news.onTold(() => void refreshList());
  const ready = start();

  async function start(): Promise<void> {
    const designs = await listDesigns();
    if (designs === null) return goOnWithoutStorage();
    set({ designs });
    const last = deps.memory.read();
    await openKept(designs.some(({ id }) => id === last) ? last : (designs[0]?.id ?? null));
  }

  async function listDesigns(): Promise<readonly DesignSummary[] | null> {
    return deps.storage.list().catch(() => null);
  }

  /** Everything works but keeping, on the design that is shown; the notice says to save to a file. */
  function goOnWithoutStorage(): void {
    session?.abandon();
    session = null;
    if (shown === null) changedAt = deps.now();
    set({ openDesign: shown ?? deps.newId(), saveState: 'failed' });
    shown = get().openDesign;
    publish();
    deps.notices.show('error', 'save-failed', { reason: 'barred' });
  }

  async function refreshList(): Promise<void> {
    const designs = await listDesigns();
    if (designs === null) return;
    const open = summary();
    const others = designs.filter(({ id }) => id !== open.id);
    set({ designs: byChange([open, ...others]) });
  }

  function summary(): DesignSummary {
    return { id: get().openDesign, name: history.present.name, changedAt };
  }

  /** Opens a kept design; null, or one that is gone: the most recent other one, or a fresh first design. */
  async function openKept(id: DesignId | null): Promise<void> {
    if (id === null) return openNew(deps.firstDesign());
    set({ selection: NOTHING_SELECTED });
    await openSession({ id, created: null });
  }

  function openNew(document: Document): Promise<void> {
    const names = get().designs.map((design) => design.name);
    const name = uniqueName(document.name, names);
    const created = { document: name === document.name ? document : { ...document, name }, changedAt: deps.now() };
    const id = deps.newId();
    history = createHistory(created.document);
    changedAt = created.changedAt;
    shown = id;
    set({ openDesign: id, selection: NOTHING_SELECTED });
    publish();
    return openSession({ id, created });
  }

  /** Settles when a design is shown: this one, or another that was asked for meanwhile or stands in for it. */
  async function openSession(begin: SessionStart): Promise<void> {
    const turn = ++opening;
    const isLatest = () => turn === opening;
    set({ openDesign: begin.id, saveState: 'loading', view: WHOLE_DESIGN });
    deps.memory.write(begin.id);
    entering = entering.then(() => enter(begin, isLatest));
    for (let last: Promise<void> | null = null; last !== entering;) {
      last = entering;
      await last;
    }
  }

  /** One design after the other: a new one is kept even when the next has been asked for already. */
  async function enter(begin: SessionStart, isLatest: () => boolean): Promise<void> {
    await session?.close();
    session = null;
    if (!isLatest() && begin.created === null) return;
    await new Promise<void>((resolve) => {
      session = createSession(deps, begin, sessionEvents(begin.id, isLatest, resolve));
    });
  }

  function sessionEvents(id: DesignId, isLatest: () => boolean, settled: () => void): SessionEvents {
    const unavailable = () => {
      if (isLatest()) void openInstead(id);
      settled();
    };
    return {
      onLoaded(opened, version) {
        if (!isLatest()) return;
        const shelved = shelf.get(id);
        // Newer than storage: its last edits could not be saved, so they are tried again.
        const isShelved = shelved !== undefined && shelved.changedAt >= version;
        history = isShelved ? shelved.history : createHistory(opened.document);
        changedAt = isShelved ? shelved.changedAt : version;
        shown = id;
        publish();
        if (changedAt > version) session?.changed(history.present, changedAt);
        if (opened.warnings.length > 0) {
          deps.onOpened({ kind: 'repaired', name: opened.document.name, warnings: opened.warnings });
        }
      },
      onSaveState(saveState) {
        if (isLatest()) set({ saveState });
        if (saveState !== 'saving') settled();
      },
      onSaveFailed: (reason) => deps.notices.show('error', 'save-failed', { reason }),
      onTakenOver: () => deps.notices.show('warning', 'taken-over', {}),
      onUnreachable() {
        if (isLatest()) goOnWithoutStorage();
        settled();
      },
      onGone: unavailable,
      onUnreadable(name, problem) {
        deps.onOpened({ kind: 'unreadable', name, problem, from: 'browser' });
        unavailable();
      },
    };
  }

  async function openInstead(id: DesignId): Promise<void> {
    session?.abandon();
    session = null;
    shelf.delete(id);
    const designs = get().designs.filter((design) => design.id !== id);
    set({ designs });
    await openKept(designs[0]?.id ?? null);
  }

  /** Shows the history's present. */
  function publish(): void {
    const { document: before, analysis, selection } = get();
    const document = history.present;
    const open = summary();
    const view = existingView(document, get().view);
    set({
      ...derived(history),
      analysis: document === before ? analysis : deps.analyze(document),
      view,
      selection: shownSelection(existing(selection, document), document, view),
      designs: byChange([open, ...get().designs.filter(({ id }) => id !== open.id)]),
    });
  }

  function canEdit(): boolean {
    const { saveState } = get();
    return saveState !== 'loading' && saveState !== 'elsewhere';
  }

  function advance(next: History): void {
    if (next === history || !canEdit()) return;
    const before = history.present;
    history = next;
    // Strictly later than before, so that two versions never share a moment.
    changedAt = Math.max(deps.now(), changedAt + 1);
    publish();
    selectAdded(before);
    shelf.set(get().openDesign, { history, changedAt });
    session?.changed(history.present, changedAt);
  }

  /** Of what a command added, what is drawn with the rest: the inside of a new block is not. */
  function selectAdded(before: Document): void {
    const added = { nodes: addedBy(before, history.present), edges: [] };
    const selection = shownSelection(added, history.present, get().view);
    if (selection.nodes.length > 0) set({ selection });
  }

  async function beside(document: Document): Promise<void> {
    if (session === null && get().saveState === 'failed') {
      // Without storage nothing is kept beside; the one design there is makes room, in a step that can be undone.
      return advance(perform(endGesture(history), { kind: 'replace', document }));
    }
    await openNew(document);
  }

  async function deleteDesign(id: DesignId): Promise<void> {
    const design = get().designs.find((other) => other.id === id);
    if (design === undefined) return;
    const isOpen = id === get().openDesign;
    if (isOpen ? !canEdit() : await deps.locks.isHeld(id)) {
      return deps.notices.show('warning', 'design-open-elsewhere', { name: design.name });
    }
    if (isOpen) await session?.flush();
    const isRemoved = await deps.storage.remove(id).then(
      () => true,
      () => false,
    );
    if (!isRemoved) return deps.notices.show('error', 'save-failed', { reason: 'barred' });
    deps.journal.clear(id);
    deps.news.tell(null);
    deps.onDeleted?.(id);
    deps.notices.show('information', 'design-deleted', { name: design.name });
    if (isOpen) return openInstead(id);
    shelf.delete(id);
    set({ designs: get().designs.filter((other) => other.id !== id) });
  }

  async function readDesign(id: DesignId): Promise<Document | null> {
    if (id === shown && id === get().openDesign) return history.present;
    const stored = await deps.storage.read(id).catch(() => null);
    const shelved = shelf.get(id);
    if (shelved !== undefined && shelved.changedAt >= (stored?.changedAt ?? 0)) return shelved.history.present;
    if (stored === null) return null;
    const read = deps.readDesign(stored.file, stored.name);
    return read.ok ? read.value.document : null;
  }

  const actions: WorkspaceActions = {
    apply: (command, gesture) => advance(perform(history, command, gesture ?? null)),
    look(asked) {
      const view = existingView(history.present, asked);
      set({ view, selection: shownSelection(get().selection, history.present, view) });
    },
    undo: () => advance(undo(history)),
    redo: () => advance(redo(history)),
    select(selection) {
      const next = existing(selection, history.present);
      const [first] = next.nodes;
      const view = first === undefined ? get().view : viewShowing(history.present, get().view, first);
      if (!sameSelection(next, get().selection) || view !== get().view) set({ selection: next, view });
    },
    newDesign: (document) => void beside(document),
    openDesign: async (id) => {
      if (id !== get().openDesign) await openKept(id);
    },
    duplicateDesign() {
      const from = get().openDesign;
      void beside(history.present);
      const to = get().openDesign;
      if (to !== from) deps.onDuplicated?.(from, to);
    },
    deleteDesign,
    takeOver: () => session?.takeOver(),
  };

  return {
    store,
    actions,
    readDesign,
    ready,
    reanalyze: () => set({ analysis: deps.analyze(get().document) }),
    leave: () => session?.leave(),
    dispose() {
      forgetNews();
      session?.leave();
      session?.abandon();
    },
  };
}

function derived(history: History): Pick<WorkspaceState, 'document' | 'canUndo' | 'canRedo'> {
  return { document: history.present, canUndo: history.past !== null, canRedo: history.future !== null };
}

function byChange(designs: readonly DesignSummary[]): readonly DesignSummary[] {
  return [...designs].sort((a, b) => b.changedAt - a.changedAt);
}
