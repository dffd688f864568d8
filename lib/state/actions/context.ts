import type { Notices } from '@/lib/state/notices';
import type { PortRegistry } from '@/lib/state/ports';
import type { PreferenceStore } from '@/lib/state/preferences';
import type { Workspace } from '@/lib/state/workspace';
import type { TextClipboard } from '@/lib/platform/clipboard';
import type { DesignFiles } from '@/lib/platform/design-files';
import type { Action, ActionId } from '@/lib/state/action';
import type { Opener } from '@/lib/state/open-text';

/** What actions are made of. */
export interface ActionContext {
  readonly workspace: Workspace;
  readonly preferences: PreferenceStore;
  readonly ports: PortRegistry;
  readonly notices: Notices;
  readonly clipboard: TextClipboard;
  readonly files: DesignFiles;
  readonly opener: Opener;
}

export type ActionTable<I extends ActionId> = { readonly [K in I]: Omit<Action, 'id'> };

export function canEdit({ workspace }: ActionContext): boolean {
  const { saveState } = workspace.store.getState();
  return saveState !== 'loading' && saveState !== 'elsewhere';
}

export function hasSelectedLayers({ workspace }: ActionContext): boolean {
  return workspace.store.getState().selection.nodes.length > 0;
}

export const always = () => true;
