import type { ActionId } from '@/lib/state/action';

/** Actions as menus, help and the command palette group them; every action is in exactly one group. */
export interface ActionGroup {
  readonly id: ActionGroupId;
  readonly actions: readonly ActionId[];
}

type ActionGroupId = 'edit' | 'blocks' | 'select' | 'view' | 'design' | 'panels' | 'appearance' | 'training' | 'help';

export const ACTION_GROUPS: readonly ActionGroup[] = [
  {
    id: 'edit',
    actions: ['undo', 'redo', 'cut', 'copy', 'paste', 'duplicate', 'delete', 'rename-layer', 'rewrite-layers'],
  },
  { id: 'blocks', actions: ['group', 'ungroup', 'separate-block', 'open-block', 'leave-block', 'expand-block'] },
  { id: 'select', actions: ['select-all', 'clear-selection', 'select-next', 'select-previous', 'find-layer'] },
  {
    id: 'view',
    actions: [
      'fit-view',
      'zoom-in',
      'zoom-out',
      'auto-layout',
      'show-unit-view',
      'show-workings',
      'toggle-minimap',
      'toggle-snap',
    ],
  },
  {
    id: 'design',
    actions: [
      'new-design',
      'open-template',
      'open-file',
      'save-file',
      'save-as',
      'save-picture',
      'rename-design',
      'duplicate-design',
      'delete-design',
      'compare',
    ],
  },
  {
    id: 'training',
    actions: [
      'train',
      'pause',
      'stop',
      'explore-losses',
      'manage-datasets',
      'download-project',
      'copy-summary-markdown',
      'copy-summary-csv',
    ],
  },
  {
    id: 'panels',
    actions: [
      'show-problems',
      'show-summary',
      'show-training',
      'show-runs',
      'show-code',
      'show-inspect',
      'maximize-panel',
      'toggle-palette',
      'toggle-inspector',
    ],
  },
  { id: 'appearance', actions: ['theme-light', 'theme-dark', 'theme-system', 'language-en', 'language-vi'] },
  { id: 'help', actions: ['command-palette', 'keyboard-help'] },
];
