import type { Locale } from '@/lib/core/locale';
import { keptView } from '@/components/inspect/keep-view';
import { createPreferences, defaultPreferences, parsePreferences } from '@/lib/state/preferences';

function createText(initial: string | null = null) {
  let text = initial;
  return { read: () => text, write: (written: string) => void (text = written) };
}

const prepareLocale = () => Promise.resolve(true);

/** Lets everything that waits for a settled promise go on. */
const settled = () => new Promise((done) => setImmediate(done));

test('what was chosen is there at the next visit', async () => {
  const storage = createText();
  const first = createPreferences({ storage, locale: 'en', prepareLocale });
  first.actions.set({ theme: 'dark', locale: 'vi', bottomPanel: 'code', bottomMaximized: true, paletteOpen: false });
  await settled();
  first.actions.setSize('shell', 'palette', 250);
  first.actions.setSize('shell', 'inspector', 300);
  const second = createPreferences({ storage, locale: 'en', prepareLocale });
  expect(second.store.getState()).toEqual(first.store.getState());
  expect(second.store.getState().bottomMaximized).toBe(true);
  expect(second.store.getState().layouts).toEqual({ shell: { palette: 250, inspector: 300 } });
});

test('how maps are drawn is kept by name, and what is unknown is as at a first visit', () => {
  const kept = parsePreferences('{"maps":{"scale":"viridis","order":3,"normalisation":"none"}}', 'en');
  expect(keptView(kept.maps)).toEqual({ scale: 'viridis' });
  expect(keptView(parsePreferences('{"maps":"grey"}', 'en').maps)).toEqual({});
});

/** Languages whose sentences arrive when the test says so. */
function createLanguages() {
  const arrivals: Partial<Record<Locale, (isReady: boolean) => void>> = {};
  const prepare = (locale: Locale) => new Promise<boolean>((done) => (arrivals[locale] = done));
  return { prepare, arrivals };
}

test('a language is shown when its sentences are there, what else was chosen at once', async () => {
  const { prepare, arrivals } = createLanguages();
  const { store, actions } = createPreferences({ storage: createText(), locale: 'en', prepareLocale: prepare });
  actions.set({ locale: 'vi', theme: 'dark' });
  expect(store.getState()).toMatchObject({ locale: 'en', theme: 'dark' });
  arrivals.vi?.(true);
  await settled();
  expect(store.getState().locale).toBe('vi');
});

test('a language whose sentences cannot be had leaves the one before, and can be asked for again', async () => {
  const { prepare, arrivals } = createLanguages();
  const { store, actions } = createPreferences({ storage: createText(), locale: 'en', prepareLocale: prepare });
  actions.set({ locale: 'vi' });
  arrivals.vi?.(false);
  await settled();
  expect(store.getState().locale).toBe('en');
  actions.set({ locale: 'vi' });
  arrivals.vi?.(true);
  await settled();
  expect(store.getState().locale).toBe('vi');
});

test('of two languages asked for one after the other the last one stays, whichever arrives first', async () => {
  const { prepare, arrivals } = createLanguages();
  const { store, actions } = createPreferences({ storage: createText(), locale: 'en', prepareLocale: prepare });
  actions.set({ locale: 'vi' });
  actions.set({ locale: 'en' });
  arrivals.en?.(true);
  arrivals.vi?.(true);
  await settled();
  expect(store.getState().locale).toBe('en');
});

test('a first visit takes the language of the browser', () => {
  expect(parsePreferences(null, 'vi')).toEqual(defaultPreferences('vi'));
});

test.each([
  ['no JSON', '{"theme":'],
  ['not an object', '17'],
  ['null', 'null'],
  ['an array', '[1,2]'],
])('kept text that is %s gives the defaults', (_what, text) => {
  expect(parsePreferences(text, 'en')).toEqual(defaultPreferences('en'));
});

test('a value of an older or newer kind takes its default and leaves the others', () => {
  const kept = {
    theme: 'sepia',
    locale: 'fr',
    bottomPanel: null,
    paletteOpen: 'yes',
    snapToGrid: false,
    backend: 'wasm',
  };
  expect(parsePreferences(JSON.stringify(kept), 'en')).toEqual({
    ...defaultPreferences('en'),
    bottomPanel: null,
    snapToGrid: false,
    backend: 'wasm',
  });
});

test('sizes that are not numbers are dropped', () => {
  const kept = { layouts: { shell: { palette: 200, inspector: 'wide', bottom: null }, other: 3 } };
  expect(parsePreferences(JSON.stringify(kept), 'en').layouts).toEqual({ shell: { palette: 200 }, other: {} });
});

test('a way of counting that is not known any more takes its default, each by itself', () => {
  const kept = { counting: { work: 'flops', biases: 'sometimes', statistics: 'no', precision: 'mixed' } };
  expect(parsePreferences(JSON.stringify(kept), 'en').counting).toEqual({
    work: 'flops',
    biases: 'params',
    statistics: true,
    precision: 'mixed',
  });
});
