/** The parts of a key press that shortcuts look at. */
export interface KeyPress {
  readonly key: string;
  /** The place of the key on the keyboard, as browsers name it: 'KeyZ', 'Digit1'. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type Platform = 'mac' | 'other';

/** Whether a key press is a shortcut such as 'Mod+Shift+Z'; Mod is ⌘ on a Mac and Ctrl elsewhere. */
export function matchesShortcut(shortcut: string, press: KeyPress, platform: Platform): boolean {
  const { key, modifiers } = parse(shortcut);
  const mod = platform === 'mac' ? press.metaKey : press.ctrlKey;
  const other = platform === 'mac' ? press.ctrlKey : press.metaKey;
  return (
    !other &&
    mod === modifiers.has('Mod') &&
    press.shiftKey === modifiers.has('Shift') &&
    press.altKey === modifiers.has('Alt') &&
    sameKey(key, press)
  );
}

/** As people of the platform read it: 'Ctrl+Shift+Z', '⇧⌘Z'. */
export function formatShortcut(shortcut: string, platform: Platform): string {
  const { key, modifiers } = parse(shortcut);
  const shown = KEY_SIGNS[key] ?? key;
  if (platform === 'mac') {
    return ['Alt', 'Shift', 'Mod'].map((name) => (modifiers.has(name) ? MAC_SIGNS[name] : '')).join('') + shown;
  }
  return [...modifiers]
    .map((name) => (name === 'Mod' ? 'Ctrl' : name))
    .concat(shown)
    .join('+');
}

const MAC_SIGNS: Readonly<Record<string, string>> = { Alt: '⌥', Shift: '⇧', Mod: '⌘' };

const KEY_SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

const CODES: Readonly<Record<string, string>> = {
  '=': 'Equal',
  '-': 'Minus',
  '[': 'BracketLeft',
  ']': 'BracketRight',
};

function parse(shortcut: string): { readonly key: string; readonly modifiers: ReadonlySet<string> } {
  const parts = shortcut.split('+');
  const key = parts[parts.length - 1] ?? '';
  return { key, modifiers: new Set(parts.slice(0, -1)) };
}

/**
 * By what the key writes, so that Mod+Z is where Z is on any keyboard; with Alt, or Shift and a digit, by its place,
 * since it then writes something else.
 */
function sameKey(key: string, press: KeyPress): boolean {
  if (press.key.toLowerCase() === key.toLowerCase()) return true;
  return (press.altKey || press.shiftKey) && press.code === codeOf(key);
}

function codeOf(key: string): string {
  if (/^[A-Z]$/.test(key)) return `Key${key}`;
  if (/^\d$/.test(key)) return `Digit${key}`;
  return CODES[key] ?? key;
}
