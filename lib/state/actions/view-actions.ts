import { always, canEdit, type ActionContext, type ActionTable } from '@/lib/state/actions/context';
import { flatLayers } from '@/lib/analysis/typed-layer';
import type { NodeId } from '@/lib/core/ids';
import type { Locale } from '@/lib/core/locale';
import { placesOf } from '@/lib/layers/reach';
import { layerDefinition } from '@/lib/layers/registry';
import type { BottomPanel, Preferences, Theme } from '@/lib/state/preferences-state';
import type { CanvasPort } from '@/lib/state/ports';

type ViewId =
  | 'fit-view'
  | 'zoom-in'
  | 'zoom-out'
  | 'auto-layout'
  | 'find-layer'
  | 'rename-layer'
  | 'rewrite-layers'
  | 'show-unit-view'
  | 'show-workings'
  | 'explore-losses'
  | 'show-problems'
  | 'show-summary'
  | 'show-training'
  | 'show-runs'
  | 'show-code'
  | 'show-inspect'
  | 'maximize-panel'
  | 'toggle-palette'
  | 'toggle-inspector'
  | 'toggle-minimap'
  | 'toggle-snap'
  | 'theme-light'
  | 'theme-dark'
  | 'theme-system'
  | 'language-en'
  | 'language-vi'
  | 'command-palette'
  | 'keyboard-help';

export function viewActions(context: ActionContext): ActionTable<ViewId> {
  const dialogs = () => context.ports.store.getState().dialogs;
  const canvas = () => context.ports.store.getState().canvas;
  const get = context.workspace.store.getState;
  const onlyLayer = () => (get().selection.nodes.length === 1 ? get().selection.nodes[0] : undefined);
  return {
    'fit-view': onCanvas(context, ['Alt+0'], (port) => port.fitView()),
    'zoom-in': onCanvas(context, ['Alt+='], (port) => port.zoomIn()),
    'zoom-out': onCanvas(context, ['Alt+-'], (port) => port.zoomOut()),
    'auto-layout': {
      shortcuts: ['Alt+Shift+L'],
      enabled: () => canEdit(context) && canvas() !== undefined && Object.keys(get().document.nodes).length > 0,
      run: () => canvas()?.autoLayout(),
    },
    'find-layer': {
      shortcuts: ['Mod+Shift+F'],
      enabled: () => dialogs() !== undefined && Object.keys(get().document.nodes).length > 0,
      run: () => dialogs()?.openCommandPalette('layers'),
    },
    'rename-layer': {
      shortcuts: ['F2'],
      enabled: () => canEdit(context) && canvas() !== undefined && onlyLayer() !== undefined,
      run() {
        const layer = onlyLayer();
        if (layer !== undefined) canvas()?.renameLayer(layer);
      },
    },
    'show-unit-view': {
      shortcuts: ['Alt+Shift+U'],
      enabled: () => dialogs() !== undefined && viewedLayer(context) !== undefined,
      run() {
        const layer = viewedLayer(context);
        if (layer !== undefined) dialogs()?.openUnitView(layer);
      },
    },
    'show-workings': {
      shortcuts: ['Alt+Shift+H'],
      enabled: () => dialogs() !== undefined && worksItsOutputOut(get().document.nodes[onlyLayer() ?? '']?.type),
      run() {
        const layer = onlyLayer();
        if (layer !== undefined) dialogs()?.openWorkings(layer);
      },
    },
    'explore-losses': {
      shortcuts: [],
      enabled: () => dialogs() !== undefined,
      run: () => dialogs()?.openLossExplorer(),
    },
    'rewrite-layers': {
      shortcuts: ['Alt+Shift+R'],
      enabled: () => canEdit(context) && dialogs() !== undefined && Object.keys(get().document.nodes).length > 0,
      run() {
        const { nodes } = get().selection;
        dialogs()?.openRewrites(nodes.length === 0 ? null : nodes, null);
      },
    },
    'show-problems': panel(context, 'problems', 'Alt+Shift+1'),
    'show-summary': panel(context, 'summary', 'Alt+Shift+2'),
    'show-training': panel(context, 'training', 'Alt+Shift+3'),
    'show-runs': panel(context, 'runs', 'Alt+Shift+5'),
    'show-code': panel(context, 'code', 'Alt+Shift+4'),
    'show-inspect': panel(context, 'inspect', 'Alt+Shift+6'),
    'maximize-panel': {
      ...toggle(context, 'bottomMaximized', ['Alt+Shift+0']),
      enabled: () => context.preferences.store.getState().bottomPanel !== null,
    },
    'toggle-palette': toggle(context, 'paletteOpen', ['Alt+[']),
    'toggle-inspector': toggle(context, 'inspectorOpen', ['Alt+]']),
    'toggle-minimap': toggle(context, 'minimapOpen', ['Alt+Shift+M']),
    'toggle-snap': toggle(context, 'snapToGrid', ['Alt+Shift+S']),
    'theme-light': theme(context, 'light'),
    'theme-dark': theme(context, 'dark'),
    'theme-system': theme(context, 'system'),
    'language-en': language(context, 'en'),
    'language-vi': language(context, 'vi'),
    'command-palette': {
      shortcuts: ['Mod+K'],
      enabled: () => dialogs() !== undefined,
      run: () => dialogs()?.openCommandPalette('all'),
    },
    'keyboard-help': {
      shortcuts: ['Mod+/', 'F1'],
      enabled: () => dialogs() !== undefined,
      run: () => dialogs()?.openKeyboardHelp(),
    },
  };
}

/** Data comes from outside, and of a layer without a definition nothing is known. */
function worksItsOutputOut(type: string | undefined): boolean {
  const definition = layerDefinition(type ?? '');
  return definition !== null && definition.inputs.arity !== 'none';
}

/** The selected layer, or the last with places where none is selected; undefined where its units have none. */
function viewedLayer({ workspace }: ActionContext): NodeId | undefined {
  const { analysis, selection } = workspace.store.getState();
  const candidates =
    selection.nodes.length === 0
      ? [...analysis.order].reverse()
      : selection.nodes.flatMap((id) => flatLayers(analysis, id));
  return candidates.find((id) => {
    const output = analysis.layers[id]?.output;
    return output != null && placesOf(output.shape) !== null;
  });
}

function onCanvas({ ports }: ActionContext, shortcuts: readonly string[], run: (port: CanvasPort) => void) {
  const port = () => ports.store.getState().canvas;
  return {
    shortcuts,
    enabled: () => port() !== undefined,
    run() {
      const canvas = port();
      if (canvas !== undefined) run(canvas);
    },
  };
}

/** Opens the panel; closes it when it is open already. */
function panel({ preferences }: ActionContext, bottomPanel: BottomPanel, shortcut: string) {
  const run = () => {
    const isOpen = preferences.store.getState().bottomPanel === bottomPanel;
    preferences.actions.set({ bottomPanel: isOpen ? null : bottomPanel });
  };
  return { shortcuts: [shortcut], enabled: always, run };
}

type Switch = { [K in keyof Preferences]: Preferences[K] extends boolean ? K : never }[keyof Preferences];

function toggle({ preferences }: ActionContext, key: Switch, shortcuts: readonly string[]) {
  const run = () => preferences.actions.set({ [key]: !preferences.store.getState()[key] });
  return { shortcuts, enabled: always, run };
}

function theme({ preferences }: ActionContext, choice: Theme) {
  const enabled = () => preferences.store.getState().theme !== choice;
  return { shortcuts: [], enabled, run: () => preferences.actions.set({ theme: choice }) };
}

function language({ preferences }: ActionContext, locale: Locale) {
  const enabled = () => preferences.store.getState().locale !== locale;
  return { shortcuts: [], enabled, run: () => preferences.actions.set({ locale }) };
}
