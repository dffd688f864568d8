import { useSyncExternalStore } from 'react';
import { useDesigner } from '@/components/state/designer-context';
import type { Action, ActionId } from '@/lib/state/action';

/** Every action, in the order of ACTION_IDS. `enabled()` is of this moment; for a button use `useAction`. */
export function useActions(): readonly Action[] {
  return useDesigner().actions.list;
}

/** One action and whether it can be done, kept up to date. */
export function useAction(id: ActionId): { readonly action: Action; readonly enabled: boolean } {
  const { actions } = useDesigner();
  const action = actions.byId[id];
  const enabled = useSyncExternalStore(actions.subscribe, action.enabled, () => false);
  return { action, enabled };
}
