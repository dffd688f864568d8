import { canEdit, hasSelectedLayers, type ActionContext, type ActionTable } from '@/lib/state/actions/context';
import { layersFromText, layersToText, pasteCommand, selectedLayers } from '@/lib/state/layer-clipboard';
import { NOTHING_SELECTED } from '@/lib/state/selection';

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

/** Pastes layers from text; false when the text is something else. */
export function pasteText(context: ActionContext, text: string): boolean {
  const layers = layersFromText(text);
  if (layers === null || !canEdit(context)) return false;
  const { store, actions } = context.workspace;
  actions.apply(pasteCommand(store.getState().document, layers));
  context.ports.store.getState().canvas?.reveal(store.getState().selection.nodes);
  return true;
}

function duplicate({ workspace }: ActionContext): void {
  const { document, selection } = workspace.store.getState();
  workspace.actions.apply(pasteCommand(document, selectedLayers(document, selection)));
}

function remove({ workspace }: ActionContext): void {
  const { nodes, edges } = workspace.store.getState().selection;
  workspace.actions.apply({ kind: 'remove', nodes, edges });
}

function selectAll({ workspace }: ActionContext): void {
  const { nodes, edges } = workspace.store.getState().document;
  workspace.actions.select({ nodes: Object.keys(nodes), edges: Object.keys(edges) });
}

/** Walks the layers in the order of computation, those in cycles last, round and round. */
function step({ workspace, ports }: ActionContext, by: 1 | -1): void {
  const { document, analysis, selection } = workspace.store.getState();
  const ordered = new Set([...analysis.order, ...Object.keys(document.nodes)]);
  const ids = [...ordered].filter((id) => document.nodes[id] !== undefined);
  const at = ids.indexOf(selection.nodes[by === 1 ? selection.nodes.length - 1 : 0] ?? '');
  const next = ids[at === -1 ? (by === 1 ? 0 : ids.length - 1) : (at + by + ids.length) % ids.length];
  if (next === undefined) return;
  workspace.actions.select({ nodes: [next], edges: [] });
  ports.store.getState().canvas?.reveal([next]);
}
