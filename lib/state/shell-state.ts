import { createStore } from 'zustand/vanilla';
import type { RewriteId } from '@/lib/core/design-problem';
import type { NodeId } from '@/lib/core/ids';
import type { PathFile } from '@/lib/platform/data-files';
import type { CommandPage } from '@/lib/state/ports';
import type { ReadonlyStore } from '@/lib/state/store';

export type OpenDialog =
  | { readonly kind: 'templates' }
  | { readonly kind: 'keyboard' }
  | { readonly kind: 'delete-design' }
  | { readonly kind: 'save-as' }
  | { readonly kind: 'picture' }
  | { readonly kind: 'losses' }
  /** `files` are to become a data set. */
  | { readonly kind: 'datasets'; readonly files: readonly PathFile[] }
  | { readonly kind: 'unit-view'; readonly node: NodeId }
  | { readonly kind: 'workings'; readonly node: NodeId }
  /** `nodes` null: about the whole design. */
  | { readonly kind: 'rewrites'; readonly nodes: readonly NodeId[] | null; readonly rewrite: RewriteId | null }
  | { readonly kind: 'commands'; readonly page: CommandPage };

/** What of the frame is open just now: gone with the page. */
export interface ShellState {
  readonly dialog: OpenDialog | null;
  readonly isRenaming: boolean;
}

export interface Shell {
  readonly store: ReadonlyStore<ShellState>;
  open(dialog: OpenDialog): void;
  close(): void;
  setRenaming(isRenaming: boolean): void;
}

export function createShell(): Shell {
  const store = createStore<ShellState>(() => ({ dialog: null, isRenaming: false }));
  return {
    store,
    open: (dialog) => store.setState({ dialog }),
    close: () => store.setState({ dialog: null }),
    setRenaming: (isRenaming) => store.setState({ isRenaming }),
  };
}
