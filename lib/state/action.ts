/** A thing a person can do: one list feeds toolbar, menus, command palette and keys. Titles are in lib/messages/ui.ts. */
export interface Action {
  readonly id: ActionId;
  /** Keys as written for people, per platform resolved by the key handler: 'Mod+Z' = Ctrl+Z or ⌘Z. First is shown. */
  readonly shortcuts: readonly string[];
  readonly enabled: () => boolean;
  readonly run: () => void;
}

export const ACTION_IDS = [
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'duplicate',
  'delete',
  'select-all',
  'clear-selection',
  'select-next',
  'select-previous',
  'fit-view',
  'zoom-in',
  'zoom-out',
  'auto-layout',
  'new-design',
  'open-template',
  'open-file',
  'save-file',
  'duplicate-design',
  'delete-design',
  'rename-design',
  'compare',
  'rename-layer',
  'rewrite-layers',
  'find-layer',
  'show-unit-view',
  'show-problems',
  'show-summary',
  'show-training',
  'show-code',
  'toggle-palette',
  'toggle-inspector',
  'toggle-minimap',
  'toggle-snap',
  'theme-light',
  'theme-dark',
  'theme-system',
  'language-en',
  'language-vi',
  'train',
  'pause',
  'stop',
  'download-project',
  'copy-summary-markdown',
  'copy-summary-csv',
  'command-palette',
  'keyboard-help',
] as const;
export type ActionId = (typeof ACTION_IDS)[number];
