import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { currentPlatform } from '@/components/ui/platform';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { TEMPLATE_IDS } from '@/lib/core/template-id';
import { documentId } from '@/lib/document/blocks';
import { layerTitle } from '@/lib/document/layer-title';
import { templateDesign } from '@/components/dialogs/template-design';
import type { LayerDefinition } from '@/lib/layers/definition';
import { LAYER_TYPES, layerDefinition } from '@/lib/layers/registry';
import { templateMessages } from '@/lib/messages/templates';
import { uiMessages } from '@/lib/messages/ui';
import { ACTION_GROUPS } from '@/lib/state/action-groups';
import type { CommandPage } from '@/lib/state/ports';
import { formatShortcut } from '@/lib/state/shortcuts';

export interface PaletteCommand {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly keys?: string;
  /** For commands about a layer: whose picture to show. */
  readonly layer?: Pick<LayerDefinition, 'icon' | 'family'>;
  readonly enabled: boolean;
  readonly run: () => void;
}

export interface CommandGroup {
  readonly id: string;
  readonly title: string;
  readonly commands: readonly PaletteCommand[];
}

/** What the command palette offers at this moment. */
export function useCommands(page: CommandPage): readonly CommandGroup[] {
  const layers = useLayersOfDesign();
  const others = [useActionCommands(), useAddLayers(), useTemplates(), useDesigns()].flat();
  return page === 'layers' ? [layers] : [...others, layers];
}

function useActionCommands(): readonly CommandGroup[] {
  const { actions } = useDesigner();
  const t = useMessages(uiMessages);
  const platform = currentPlatform();
  return ACTION_GROUPS.map((group) => ({
    id: group.id,
    title: t.groups[group.id],
    commands: group.actions
      .filter((id) => id !== 'command-palette')
      .map((id) => {
        const { shortcuts, enabled, run } = actions.byId[id];
        const [first] = shortcuts;
        const keys = first === undefined ? {} : { keys: formatShortcut(first, platform) };
        return { id: `action ${id}`, title: t.actions[id], note: t.groups[group.id], enabled: enabled(), run, ...keys };
      }),
  }));
}

function useLayersOfDesign(): CommandGroup {
  const { workspace, ports } = useDesigner();
  const t = useMessages(uiMessages).commands;
  const locale = useLocale();
  const nodes = useWorkspace(({ document }) => document.nodes);
  const order = useWorkspace(({ analysis }) => analysis.order);
  const ids = [...new Set([...order.map(documentId), ...Object.keys(nodes)])];
  const commands = ids.flatMap((id): readonly PaletteCommand[] => {
    const node = nodes[id];
    const layer = node === undefined ? null : layerDefinition(node.type);
    if (node === undefined || layer === null) return [];
    const run = () => {
      workspace.actions.select({ nodes: [id], edges: [] });
      ports.store.getState().canvas?.reveal([id]);
    };
    return [{ id: `layer ${id}`, title: layerTitle(node, locale), note: id, layer, enabled: true, run }];
  });
  return { id: 'layers', title: t.layers, commands };
}

/** As in the layer list: behind the selected layer when there is exactly one. */
function useAddLayers(): CommandGroup {
  const { workspace } = useDesigner();
  const t = useMessages(uiMessages).commands;
  const locale = useLocale();
  const selected = useWorkspace(({ selection }) => selection.nodes);
  const canEdit = useWorkspace(({ saveState }) => saveState !== 'elsewhere' && saveState !== 'loading');
  const [after, second] = selected;
  const place = after !== undefined && second === undefined ? { after } : {};
  const commands = LAYER_TYPES.flatMap((type): readonly PaletteCommand[] => {
    const layer = layerDefinition(type);
    if (layer === null || layer.offered === false) return [];
    const run = () => workspace.actions.apply({ kind: 'add-layer', type, ...place });
    const { title } = layer.text[locale];
    return [{ id: `add ${type}`, title, note: t.addLayer, layer, enabled: canEdit, run }];
  });
  return { id: 'add-layer', title: t.addLayer, commands };
}

function useTemplates(): CommandGroup {
  const { workspace } = useDesigner();
  const t = useMessages(uiMessages).commands;
  const names = useMessages(templateMessages);
  const commands = TEMPLATE_IDS.map((id) => ({
    id: `template ${id}`,
    title: names[id].title,
    note: t.templates,
    enabled: true,
    run: () => workspace.actions.newDesign(templateDesign(id, names)),
  }));
  return { id: 'templates', title: t.templates, commands };
}

function useDesigns(): CommandGroup {
  const { workspace } = useDesigner();
  const t = useMessages(uiMessages).commands;
  const designs = useWorkspace((state) => state.designs);
  const open = useWorkspace((state) => state.openDesign);
  const commands = designs
    .filter(({ id }) => id !== open)
    .map(({ id, name }) => ({
      id: `design ${id}`,
      title: name,
      note: t.designs,
      enabled: true,
      run: () => void workspace.actions.openDesign(id),
    }));
  return { id: 'designs', title: t.designs, commands };
}
