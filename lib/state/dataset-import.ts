import { createStore } from 'zustand/vanilla';
import { datasetId } from '@/lib/datasets/dataset-id';
import type { ImportFailure } from '@/lib/datasets/import/import-problem';
import type {
  Found,
  ImportOptions,
  ImportProgress,
  ImportSource,
  KeptDescription,
  Preview,
} from '@/lib/datasets/import/protocol';
import type { ImportClient } from '@/lib/datasets/worker/import-client';
import type { ReadonlyStore } from '@/lib/state/store';

/** 'choosing': the source is understood, and a person chooses how it is kept, beside a preview. */
export type ImportPhase = 'idle' | 'looking' | 'choosing' | 'building' | 'done';

export interface ImportState {
  readonly phase: ImportPhase;
  readonly found: Found | null;
  readonly options: ImportOptions | null;
  /** Of earlier options while `isPreviewing`. */
  readonly preview: Preview | null;
  readonly isPreviewing: boolean;
  /** Why the source could not be read, these options not be previewed, or nothing was kept. */
  readonly failure: ImportFailure | null;
  readonly progress: ImportProgress | null;
  readonly isStopping: boolean;
  readonly kept: KeptDescription | null;
}

export interface DatasetImport {
  readonly store: ReadonlyStore<ImportState>;
  /** Whatever was going on is given up. */
  look(source: ImportSource): void;
  /** Reads the same source again, its first row as names or as a sample. */
  lookAgain(hasHeader: boolean): void;
  choose(options: ImportOptions): void;
  build(): Promise<KeptDescription | null>;
  /** Ends what is going on; the choices made stay. */
  stop(): void;
  /** Back to the start; the worker lets go of the files. */
  reset(): void;
}

export interface DatasetImportDeps {
  readonly connect: (onProgress: (progress: ImportProgress) => void) => ImportClient;
  readonly now: () => number;
  /** Hex digits, eight at least. */
  readonly random: () => string;
  /** Calls back once; the result calls it off. */
  readonly after: (ms: number, task: () => void) => () => void;
  /** Before the first byte is written. */
  readonly onBuild: () => void;
  readonly onKept: () => Promise<void>;
}

const IDLE: ImportState = {
  phase: 'idle',
  found: null,
  options: null,
  preview: null,
  isPreviewing: false,
  failure: null,
  progress: null,
  isStopping: false,
  kept: null,
};

const PREVIEW_COUNT = 48;
/** Letters of a title. */
export const MOST_TITLE = 80;
/** While somebody types, nothing is previewed. */
const TYPING_MS = 250;

/** One source on its way to a data set: looked at, chosen how to keep, built. */
export function createDatasetImport(deps: DatasetImportDeps): DatasetImport {
  const store = createStore<ImportState>(() => IDLE);
  const set = store.setState;
  const get = store.getState;
  let client: ImportClient | null = null;
  /** Grows with every source: replies about an earlier one are no longer wanted. */
  let turn = 0;
  let callOff = () => {};
  let looked: ImportSource | null = null;
  /** The preview that is being made. */
  let making: { readonly options: ImportOptions; readonly isOver: Promise<void> } | null = null;

  function connected(): ImportClient {
    client ??= deps.connect((progress) => set({ progress }));
    return client;
  }

  function letGo(): void {
    turn += 1;
    callOff();
    making = null;
    client?.dispose();
    client = null;
  }

  async function look(source: ImportSource, hasHeader?: boolean): Promise<void> {
    letGo();
    looked = source;
    const mine = turn;
    set({ ...IDLE, phase: 'looking' });
    const found = await connected().call('inspect', { source, ...(hasHeader === undefined ? {} : { hasHeader }) });
    if (mine !== turn) return;
    if (!found.ok) return set({ ...IDLE, failure: found.error.code === 'import/cancelled' ? null : found.error });
    set({ phase: 'choosing', found: found.value, options: withTitle(found.value), progress: null });
    preview();
  }

  /** One at a time: what is chosen meanwhile is previewed next. */
  function preview(): void {
    const { options } = get();
    if (options === null) return;
    set({ isPreviewing: true });
    if (making === null) making = { options, isOver: makePreview(options) };
    else if (!isSameButName(making.options, options)) void connected().call('cancel', {});
  }

  async function makePreview(options: ImportOptions): Promise<void> {
    const mine = turn;
    const made = await connected().call('preview', { options, count: PREVIEW_COUNT });
    if (mine !== turn) return;
    making = null;
    if (get().phase !== 'choosing') return set({ isPreviewing: false });
    const wanted = get().options;
    if (wanted !== null && !isSameButName(wanted, options)) return preview();
    set(
      made.ok
        ? { preview: made.value, failure: null, isPreviewing: false }
        : { preview: null, failure: made.error, isPreviewing: false },
    );
  }

  async function build(): Promise<KeptDescription | null> {
    const { options, phase } = get();
    if (options === null || phase !== 'choosing') return null;
    callOff();
    const mine = turn;
    deps.onBuild();
    set({ phase: 'building', failure: null, progress: null, isStopping: false });
    if (making !== null) void connected().call('cancel', {});
    await making?.isOver;
    if (mine !== turn) return null;
    const id = datasetId(options.title, deps.random());
    const built = await connected().call('build', { options, id, now: deps.now() });
    if (built.ok) await deps.onKept();
    if (mine !== turn) return built.ok ? built.value : null;
    if (!built.ok) {
      set({ phase: 'choosing', failure: built.error, progress: null, isStopping: false });
      if (get().preview === null) preview();
      return null;
    }
    set({ phase: 'done', kept: built.value, progress: null, isStopping: false });
    return built.value;
  }

  return {
    store,
    look: (source) => void look(source),
    lookAgain(hasHeader) {
      if (looked !== null) void look(looked, hasHeader);
    },
    choose(options) {
      if (get().phase !== 'choosing') return;
      const before = get().options;
      set({ options });
      // Its name changes nothing of what is shown.
      if (before !== null && isSameButName(options, before)) return;
      callOff();
      callOff = deps.after(TYPING_MS, preview);
    },
    build,
    stop() {
      const { phase } = get();
      if (phase === 'looking') {
        letGo();
        set(IDLE);
      } else if (phase === 'building') {
        set({ isStopping: true });
        void connected().call('cancel', {});
      }
    },
    reset() {
      letGo();
      looked = null;
      set(IDLE);
    },
  };
}

/** What has no name of its own, as pictures from a camera, is called by its classes. */
function withTitle({ suggested, classes }: Found): ImportOptions {
  if (suggested.title.trim() !== '') return suggested;
  return {
    ...suggested,
    title: classes
      .map(({ name }) => name)
      .join(', ')
      .slice(0, MOST_TITLE),
  };
}

function isSameButName(one: ImportOptions, other: ImportOptions): boolean {
  return JSON.stringify({ ...one, title: '' }) === JSON.stringify({ ...other, title: '' });
}
