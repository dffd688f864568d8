import type { NodeId } from '@/lib/core/ids';
import { blockOf, definitionOf, usesOf } from '@/lib/document/blocks';
import { canGroup, type GroupRefusal } from '@/lib/document/commands/group';
import type { DocumentNode } from '@/lib/document/document';
import { layerTitle } from '@/lib/document/layer-title';
import { canEdit, hasSelectedLayers, type ActionContext, type ActionTable } from '@/lib/state/actions/context';
import { toggleExpanded } from '@/lib/state/design-view';
import { uniqueName } from '@/lib/state/unique-name';

type BlockActionId = 'group' | 'ungroup' | 'separate-block' | 'open-block' | 'leave-block' | 'expand-block';

export function blockActions(context: ActionContext): ActionTable<BlockActionId> {
  const { store, actions } = context.workspace;
  const get = store.getState;
  const selected = () => selectedUse(context);
  const onUse = (run: (use: DocumentNode) => void) => () => {
    const use = selected();
    if (use !== null) run(use);
  };
  return {
    group: {
      shortcuts: ['Mod+G'],
      enabled: () => canEdit(context) && hasSelectedLayers(context),
      run: () => void group(context),
    },
    ungroup: {
      shortcuts: ['Mod+Shift+G'],
      enabled: () => canEdit(context) && selected() !== null,
      run: onUse(({ id }) => actions.apply({ kind: 'ungroup', node: id })),
    },
    'separate-block': {
      shortcuts: [],
      enabled: () => canEdit(context) && isShared(context, selected()),
      run: onUse((use) => void separate(context, use)),
    },
    'open-block': {
      shortcuts: ['Alt+Shift+ArrowDown'],
      enabled: () => selected() !== null,
      run: onUse(({ id }) => actions.look({ ...get().view, path: pathInto(context, id) })),
    },
    'leave-block': {
      shortcuts: ['Alt+Shift+ArrowUp'],
      enabled: () => get().view.path.length > 0,
      run: () => leave(context),
    },
    'expand-block': {
      shortcuts: ['Alt+Shift+E'],
      enabled: () => selected() !== null,
      run: onUse(({ id }) => actions.look(toggleExpanded(get().document, get().view, id))),
    },
  };
}

/** The one selected layer, where it stands for a block. */
function selectedUse({ workspace }: ActionContext): DocumentNode | null {
  const { document, selection } = workspace.store.getState();
  const [id, another] = selection.nodes;
  const node = another === undefined ? document.nodes[id ?? ''] : undefined;
  return node !== undefined && definitionOf(document, node) !== null ? node : null;
}

function isShared({ workspace }: ActionContext, use: DocumentNode | null): boolean {
  const block = use === null ? null : blockOf(use);
  return block !== null && usesOf(workspace.store.getState().document, block).length > 1;
}

/** The words are loaded with the first block. */
async function words({ preferences }: ActionContext) {
  const { blockMessages } = await import('@/lib/messages/blocks');
  return blockMessages[preferences.store.getState().locale];
}

async function group(context: ActionContext): Promise<void> {
  const { store, actions } = context.workspace;
  const messages = await words(context);
  const { document, selection } = store.getState();
  const grouping = canGroup(document, selection.nodes);
  if (!grouping.ok) {
    context.notices.show('warning', 'text', { text: refusalText(context, grouping.error, messages.refusals) });
    return;
  }
  const names = Object.values(document.blocks).map(({ name }) => name);
  let number = names.length + 1;
  while (names.includes(messages.name(number))) number += 1;
  actions.apply({ kind: 'group', nodes: selection.nodes, name: messages.name(number) });
  const [use] = store.getState().selection.nodes;
  if (use !== undefined) context.ports.store.getState().canvas?.renameLayer(use);
}

type Refusals = Awaited<ReturnType<typeof words>>['refusals'];

function refusalText(context: ActionContext, refusal: GroupRefusal, refusals: Refusals): string {
  if (!('layers' in refusal)) return refusals[refusal.kind]();
  const { document } = context.workspace.store.getState();
  const { locale } = context.preferences.store.getState();
  const titles = refusal.layers.map((id) => layerTitle(document.nodes[id] ?? { type: id }, locale, document.blocks));
  const named = [...new Set(titles)].slice(0, MOST_NAMED);
  return refusals[refusal.kind](named.join(', '));
}
/** More layers than this in one sentence are no help. */
const MOST_NAMED = 4;

async function separate(context: ActionContext, use: DocumentNode): Promise<void> {
  const messages = await words(context);
  const { document } = context.workspace.store.getState();
  const name = definitionOf(document, use)?.name ?? '';
  const names = Object.values(document.blocks).map((block) => block.name);
  context.workspace.actions.apply({
    kind: 'separate-block',
    node: use.id,
    name: uniqueName(messages.copyOf(name), names),
  });
}

/** A use inside a frame is opened by way of the frame. */
function pathInto({ workspace }: ActionContext, id: NodeId): readonly NodeId[] {
  const { document, view } = workspace.store.getState();
  const way: NodeId[] = [id];
  for (let scope = document.nodes[id]?.scope; scope !== undefined; scope = document.nodes[way[0] ?? '']?.scope) {
    const inner = scope;
    const around = view.expanded.find((use) => {
      const node = document.nodes[use];
      return node !== undefined && blockOf(node) === inner;
    });
    if (around === undefined || way.includes(around)) break;
    way.unshift(around);
  }
  return [...view.path, ...way];
}

/** One step out; what was open is selected. */
function leave({ workspace, ports }: ActionContext): void {
  const { view } = workspace.store.getState();
  const left = view.path.at(-1);
  workspace.actions.look({ ...view, path: view.path.slice(0, -1) });
  if (left === undefined) return;
  workspace.actions.select({ nodes: [left], edges: [] });
  ports.store.getState().canvas?.reveal([left]);
}
