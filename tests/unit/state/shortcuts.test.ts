import { ACTION_IDS } from '@/lib/state/action';
import { ACTION_GROUPS } from '@/lib/state/action-groups';
import { formatShortcut, matchesShortcut, type KeyPress } from '@/lib/state/shortcuts';
import { createActionBench } from './action-bench';

function press(key: string, code: string, held: readonly string[] = []): KeyPress {
  return {
    key,
    code,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    shiftKey: held.includes('shift'),
    altKey: held.includes('alt'),
  };
}

test.each([
  ['Mod+Z', press('z', 'KeyZ', ['ctrl']), 'other', true],
  ['Mod+Z', press('z', 'KeyZ', ['meta']), 'mac', true],
  ['Mod+Z', press('z', 'KeyZ', ['ctrl']), 'mac', false],
  ['Mod+Z', press('Z', 'KeyZ', ['ctrl', 'shift']), 'other', false],
  ['Mod+Shift+Z', press('Z', 'KeyZ', ['ctrl', 'shift']), 'other', true],
  // AZERTY: Z is written by the key that an American keyboard calls W.
  ['Mod+Z', press('z', 'KeyW', ['ctrl']), 'other', true],
  ['Mod+Z', press('w', 'KeyZ', ['ctrl']), 'other', false],
  // With Option, a Mac's key writes another letter.
  ['Alt+Shift+L', press('Ò', 'KeyL', ['alt', 'shift']), 'mac', true],
  ['Alt+Shift+1', press('!', 'Digit1', ['alt', 'shift']), 'other', true],
  ['Alt+[', press('“', 'BracketLeft', ['alt']), 'mac', true],
  ['Delete', press('Delete', 'Delete'), 'other', true],
  ['Delete', press('Delete', 'Delete', ['ctrl']), 'other', false],
  ['F2', press('F2', 'F2', ['shift']), 'other', false],
] as const)('%s against the key press %j on %s: %s', (shortcut, keyPress, platform, matches) => {
  expect(matchesShortcut(shortcut, keyPress, platform)).toBe(matches);
});

test.each([
  ['Mod+Shift+Z', 'other', 'Ctrl+Shift+Z'],
  ['Mod+Shift+Z', 'mac', '⇧⌘Z'],
  ['Alt+ArrowDown', 'other', 'Alt+↓'],
  ['Alt+ArrowDown', 'mac', '⌥↓'],
  ['Escape', 'other', 'Esc'],
  ['Alt+-', 'other', 'Alt+-'],
] as const)('%s is written for %s as %s', (shortcut, platform, written) => {
  expect(formatShortcut(shortcut, platform)).toBe(written);
});

test('no two actions share a shortcut', () => {
  const taken = createActionBench().actions.list.flatMap(({ shortcuts }) => shortcuts);
  expect(taken.filter((shortcut, index) => taken.indexOf(shortcut) !== index)).toEqual([]);
});

test('no shortcut is a key that writes a character, so that dictation and screen readers can type', () => {
  const alone = createActionBench().actions.list.flatMap(({ shortcuts }) =>
    shortcuts.filter((keys) => keys.length === 1),
  );
  expect(alone).toEqual([]);
});

test('no shortcut is one that browsers keep for themselves', () => {
  const kept = [
    'Mod+N',
    'Mod+T',
    'Mod+W',
    'Mod+Shift+N',
    'Mod+Shift+T',
    'Mod+Shift+W',
    'Mod+Q',
    'Mod+L',
    'Mod+R',
    'F5',
  ];
  const taken = createActionBench().actions.list.flatMap(({ shortcuts }) => shortcuts);
  expect(taken.filter((shortcut) => kept.includes(shortcut))).toEqual([]);
});

test('every action stands in exactly one group of the help and the command palette', () => {
  expect(ACTION_GROUPS.flatMap(({ actions }) => actions).sort()).toEqual([...ACTION_IDS].sort());
});
