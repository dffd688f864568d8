import { createStore } from 'zustand/vanilla';
import { BIAS_COUNTS, PRECISIONS, USUAL_COUNTING, WORK_UNITS, type Counting } from '@/lib/analysis/conventions';
import { LOCALES, type Locale } from '@/lib/core/locale';
import { FAMILIES } from '@/lib/layers/definition';
import { BACKENDS } from '@/lib/training/protocol';
import type { Preferences } from '@/lib/state/preferences-state';
import type { ReadonlyStore } from '@/lib/state/store';

/** Where preferences are kept: text under one key, as localStorage does; both may do nothing when storage is barred. */
export interface PreferenceStorage {
  read(): string | null;
  write(text: string): void;
}

export interface PreferenceDeps {
  readonly storage: PreferenceStorage;
  /** The language of a first visit. */
  readonly locale: Locale;
  /** Makes the sentences of a language ready to be shown; false: they could not be had, and the language stays. */
  prepareLocale(locale: Locale): Promise<boolean>;
}

export interface PreferenceActions {
  /** At once, but for another language: that one is shown when its sentences are there. */
  set(change: Partial<Preferences>): void;
  /** Remembers a size, in pixels, of one panel of a group of panels. */
  setSize(group: string, panel: string, pixels: number): void;
}

export interface PreferenceStore {
  readonly store: ReadonlyStore<Preferences>;
  readonly actions: PreferenceActions;
}

export function createPreferences({ storage, locale, prepareLocale }: PreferenceDeps): PreferenceStore {
  const store = createStore<Preferences>(() => parsePreferences(storage.read(), locale));
  const keep = (change: Partial<Preferences>) => {
    store.setState(change);
    storage.write(JSON.stringify(store.getState()));
  };
  let asked = store.getState().locale;
  const changeLocale = async (wanted: Locale) => {
    asked = wanted;
    const isReady = await prepareLocale(wanted);
    // Whoever has asked for yet another one meanwhile gets that.
    if (asked !== wanted) return;
    if (isReady) keep({ locale: wanted });
    else asked = store.getState().locale;
  };
  const set = ({ locale: wanted, ...change }: Partial<Preferences>) => {
    keep(change);
    if (wanted !== undefined && wanted !== asked) void changeLocale(wanted);
  };
  const setSize = (group: string, panel: string, pixels: number) => {
    const { layouts } = store.getState();
    set({ layouts: { ...layouts, [group]: { ...layouts[group], [panel]: pixels } } });
  };
  return { store, actions: { set, setSize } };
}

export function defaultPreferences(locale: Locale): Preferences {
  return {
    theme: 'system',
    locale,
    bottomPanel: null,
    bottomMaximized: false,
    paletteOpen: true,
    closedFamilies: [],
    inspectorOpen: true,
    minimapOpen: true,
    miniatures: true,
    maps: {},
    snapToGrid: true,
    counting: USUAL_COUNTING,
    numbersOpen: false,
    openSettings: ['run', 'loss', 'optimizer', 'augmentation'],
    layouts: {},
    backend: null,
    checkpointSeconds: 10,
    keepEveryEpochs: 0,
  };
}

/** Kept preferences, each checked by itself: one that is missing or of an older kind takes its default. */
export function parsePreferences(text: string | null, locale: Locale): Preferences {
  const defaults = defaultPreferences(locale);
  const kept = parseObject(text);
  const boolean = (key: keyof Preferences & string, otherwise: boolean) => {
    const value = kept[key];
    return typeof value === 'boolean' ? value : otherwise;
  };
  return {
    theme: oneOf(kept['theme'], ['system', 'light', 'dark'], defaults.theme),
    locale: oneOf(kept['locale'], LOCALES, defaults.locale),
    bottomPanel: oneOf(
      kept['bottomPanel'],
      ['problems', 'summary', 'training', 'runs', 'inspect', 'code', null],
      defaults.bottomPanel,
    ),
    bottomMaximized: boolean('bottomMaximized', defaults.bottomMaximized),
    paletteOpen: boolean('paletteOpen', defaults.paletteOpen),
    closedFamilies: parseFamilies(kept['closedFamilies']),
    inspectorOpen: boolean('inspectorOpen', defaults.inspectorOpen),
    minimapOpen: boolean('minimapOpen', defaults.minimapOpen),
    miniatures: boolean('miniatures', defaults.miniatures),
    maps: asObject(kept['maps']),
    snapToGrid: boolean('snapToGrid', defaults.snapToGrid),
    counting: parseCounting(kept['counting']),
    numbersOpen: boolean('numbersOpen', defaults.numbersOpen),
    openSettings: parseNames(kept['openSettings']) ?? defaults.openSettings,
    layouts: parseLayouts(kept['layouts']),
    backend: oneOf(kept['backend'], [...BACKENDS, null], defaults.backend),
    checkpointSeconds: within(kept['checkpointSeconds'], CHECKPOINT_BOUNDS.seconds, defaults.checkpointSeconds),
    keepEveryEpochs: within(kept['keepEveryEpochs'], CHECKPOINT_BOUNDS.keepEvery, defaults.keepEveryEpochs),
  };
}

/** Both whole numbers. */
export const CHECKPOINT_BOUNDS = {
  seconds: { min: 1, max: 3600, whole: true },
  keepEvery: { min: 0, max: 1000, whole: true },
} as const;

function within(
  value: unknown,
  { min, max }: { readonly min: number; readonly max: number },
  otherwise: number,
): number {
  return Number.isInteger(value) && Number(value) >= min && Number(value) <= max ? Number(value) : otherwise;
}

function parseObject(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null) return {};
  try {
    return asObject(JSON.parse(text));
  } catch {
    return {};
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function oneOf<T>(value: unknown, options: readonly T[], otherwise: T): T {
  return options.includes(value as T) ? (value as T) : otherwise;
}

function parseCounting(value: unknown): Counting {
  const { work, biases, statistics, precision } = asObject(value);
  return {
    work: oneOf(work, WORK_UNITS, USUAL_COUNTING.work),
    biases: oneOf(biases, BIAS_COUNTS, USUAL_COUNTING.biases),
    statistics: oneOf(statistics, [true, false], USUAL_COUNTING.statistics),
    precision: oneOf(precision, PRECISIONS, USUAL_COUNTING.precision),
  };
}

function parseNames(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : null;
}

function parseFamilies(value: unknown): Preferences['closedFamilies'] {
  const kept: readonly unknown[] = Array.isArray(value) ? value : [];
  return FAMILIES.filter((family) => kept.includes(family));
}

function parseLayouts(value: unknown): Preferences['layouts'] {
  const groups = Object.entries(asObject(value)).map(([group, sizes]) => {
    const kept = Object.entries(asObject(sizes)).filter((entry): entry is [string, number] =>
      Number.isFinite(entry[1]),
    );
    return [group, Object.fromEntries(kept)] as const;
  });
  return Object.fromEntries(groups);
}
