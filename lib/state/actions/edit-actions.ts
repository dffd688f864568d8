import type { NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';
import { canEdit, hasSelectedLayers, type ActionContext, type ActionTable } from '@/lib/state/actions/context';
import { openScope } from '@/lib/state/design-view';
import { layersFromText, layersToText, pasteCommand, selectedLayers } from '@/lib/state/layer-clipboard';
import { NOTHING_SELECTED } from '@/lib/state/selection';
import { shownDesign } from '@/lib/state/shown-design';
import type { WorkspaceState } from '@/lib/state/workspace-state';

type EditId =
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'duplicate'
  | 'delete'
  | 'select-all'
  | 'clear-selection'
  | 'select-next'
  | 'select-previous';

export function editActions(context: ActionContext): ActionTable<EditId> {
  const { store, actions } = context.workspace;
  const get = store.getState;
  const canChangeLayers = () => canEdit(context) && hasSelectedLayers(context);
  const hasSelection = () => get().selection.nodes.length + get().selection.edges.length > 0;
  const hasLayers = () => Object.keys(get().document.nodes).length > 0;
  return {
    undo: { shortcuts: ['Mod+Z'], enabled: () => canEdit(context) && get().canUndo, run: actions.undo },
    redo: { shortcuts: ['Mod+Shift+Z', 'Mod+Y'], enabled: () => canEdit(context) && get().canRedo, run: actions.redo },
    cut: { shortcuts: ['Mod+X'], enabled: canChangeLayers, run: () => cut(context) },
    copy: { shortcuts: ['Mod+C'], enabled: () => hasSelectedLayers(context), run: () => void copy(context) },
    paste: { shortcuts: ['Mod+V'], enabled: () => canEdit(context), run: () => void paste(context) },
    duplicate: { shortcuts: ['Mod+D'], enabled: canChangeLayers, run: () => duplicate(context) },
    delete: {
      shortcuts: ['Delete', 'Backspace'],
      enabled: () => canEdit(context) && hasSelection(),
      run: () => remove(context),
    },
    'select-all': { shortcuts: ['Mod+A'], enabled: hasLayers, run: () => selectAll(context) },
    'clear-selection': {
      shortcuts: ['Escape'],
      enabled: hasSelection,
      run: () => actions.select(NOTHING_SELECTED),
    },
    'select-next': { shortcuts: ['Alt+ArrowDown'], enabled: hasLayers, run: () => step(context, 1) },
    'select-previous': { shortcuts: ['Alt+ArrowUp'], enabled: hasLayers, run: () => step(context, -1) },
  };
}

function cut(context: ActionContext): void {
  void copy(context);
  remove(context);
}

async function copy({ workspace, clipboard, notices }: ActionContext): Promise<void> {
  const { document, selection } = workspace.store.getState();
  const layers = selectedLayers(document, selection);
  const shared = await clipboard.write(layersToText(document, layers));
  if (shared) notices.show('success', 'copied-layers', { count: layers.nodes.length });
  else notices.show('warning', 'clipboard-barred', {});
}

async function paste(context: ActionContext): Promise<void> {
  const text = await context.clipboard.read();
  if (text === null || !pasteText(context, text)) context.notices.show('warning', 'nothing-to-paste', {});
}

/** Layers in the order of computation; a block stands where the first of its layers does. */
function shownOrder(
  { analysis: { order } }: Pick<WorkspaceState, 'analysis'>,
  nodes: Document['nodes'],
): readonly NodeId[] {
  const ordered = new Set(order.flatMap((id) => id.split('.')));
  return [...new Set([...ordered, ...Object.keys(nodes)])].filter((id) => Object.hasOwn(nodes, id));
}

/** Pastes layers from text; false when the text is something else. */
export function pasteText(context: ActionContext, text: string): boolean {
  const layers = layersFromText(text);
  if (layers === null || !canEdit(context)) return false;
  const { store, actions } = context.workspace;
  const { document, view } = store.getState();
  actions.apply(pasteCommand(document, layers, openScope(document, view)));
  context.ports.store.getState().canvas?.reveal(store.getState().selection.nodes);
  return true;
}

function duplicate({ workspace }: ActionContext): void {
  const { document, selection } = workspace.store.getState();
  const layers = selectedLayers(document, selection);
  // Beside their originals, which may be in a block that is expanded at its place.
  workspace.actions.apply(pasteCommand(document, layers, layers.nodes[0]?.scope ?? null));
}

function remove({ workspace }: ActionContext): void {
  const { nodes, edges } = workspace.store.getState().selection;
  workspace.actions.apply({ kind: 'remove', nodes, edges });
}

function selectAll({ workspace }: ActionContext): void {
  const { document, view } = workspace.store.getState();
  const { nodes, edges } = shownDesign(document, view);
  workspace.actions.select({ nodes: Object.keys(nodes), edges: Object.keys(edges) });
}

/** Walks the layers in the order of computation, those in cycles last, round and round. */
function step({ workspace, ports }: ActionContext, by: 1 | -1): void {
  const { document, view, selection } = workspace.store.getState();
  const ids = shownOrder(workspace.store.getState(), shownDesign(document, view).nodes);
  const at = ids.indexOf(selection.nodes[by === 1 ? selection.nodes.length - 1 : 0] ?? '');
  const next = ids[at === -1 ? (by === 1 ? 0 : ids.length - 1) : (at + by + ids.length) % ids.length];
  if (next === undefined) return;
  workspace.actions.select({ nodes: [next], edges: [] });
  ports.store.getState().canvas?.reveal([next]);
}
