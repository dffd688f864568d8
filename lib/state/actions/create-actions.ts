import { ACTION_IDS, type Action, type ActionId } from '@/lib/state/action';
import type { ActionContext, ActionTable } from '@/lib/state/actions/context';
import { blockActions } from '@/lib/state/actions/block-actions';
import { designActions } from '@/lib/state/actions/design-actions';
import { editActions } from '@/lib/state/actions/edit-actions';
import { runActions } from '@/lib/state/actions/run-actions';
import { viewActions } from '@/lib/state/actions/view-actions';

export interface Actions {
  /** In the order of ACTION_IDS. */
  readonly list: readonly Action[];
  readonly byId: Readonly<Record<ActionId, Action>>;
  /** Calls back whenever an action may have become enabled or disabled. */
  subscribe(listener: () => void): () => void;
}

export function createActions(context: ActionContext): Actions {
  const table: ActionTable<ActionId> = {
    ...editActions(context),
    ...blockActions(context),
    ...viewActions(context),
    ...designActions(context),
    ...runActions(context),
  };
  const list = ACTION_IDS.map((id): Action => ({ id, ...table[id] }));
  const stores = [context.workspace.store, context.preferences.store, context.ports.store];
  return {
    list,
    byId: Object.fromEntries(list.map((action) => [action.id, action])) as Record<ActionId, Action>,
    subscribe(listener) {
      const forget = stores.map((store) => store.subscribe(listener));
      return () => forget.forEach((stop) => stop());
    },
  };
}
