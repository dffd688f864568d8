import { createPreferences, defaultPreferences, parsePreferences } from '@/lib/state/preferences';

function createText(initial: string | null = null) {
  let text = initial;
  return { read: () => text, write: (written: string) => void (text = written) };
}

test('what was chosen is there at the next visit', () => {
  const storage = createText();
  const first = createPreferences({ storage, locale: 'en' });
  first.actions.set({ theme: 'dark', locale: 'vi', bottomPanel: 'code', paletteOpen: false });
  first.actions.setSize('shell', 'palette', 250);
  first.actions.setSize('shell', 'inspector', 300);
  const second = createPreferences({ storage, locale: 'en' });
  expect(second.store.getState()).toEqual(first.store.getState());
  expect(second.store.getState().layouts).toEqual({ shell: { palette: 250, inspector: 300 } });
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
