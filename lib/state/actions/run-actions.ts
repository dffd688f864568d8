import type { ActionContext, ActionTable } from '@/lib/state/actions/context';

type RunId =
  'train' | 'pause' | 'stop' | 'manage-datasets' | 'download-project' | 'copy-summary-markdown' | 'copy-summary-csv';

export function runActions({ ports }: ActionContext): ActionTable<RunId> {
  const get = ports.store.getState;
  return {
    train: { shortcuts: ['Mod+Enter'], enabled: () => get().run?.canTrain ?? false, run: () => get().run?.train() },
    pause: {
      shortcuts: ['Mod+Shift+Enter'],
      enabled: () => get().run?.canPause ?? false,
      run: () => get().run?.pause(),
    },
    stop: { shortcuts: ['Alt+Shift+Enter'], enabled: () => get().run?.canStop ?? false, run: () => get().run?.stop() },
    'manage-datasets': {
      shortcuts: ['Alt+Shift+D'],
      enabled: () => get().dialogs !== undefined,
      run: () => get().dialogs?.openDatasets(),
    },
    'download-project': {
      shortcuts: ['Mod+Shift+S'],
      enabled: () => get().code?.canDownload ?? false,
      run: () => get().code?.downloadProject(),
    },
    'copy-summary-markdown': {
      shortcuts: [],
      enabled: () => get().summary !== undefined,
      run: () => get().summary?.copyMarkdown(),
    },
    'copy-summary-csv': {
      shortcuts: [],
      enabled: () => get().summary !== undefined,
      run: () => get().summary?.copyCsv(),
    },
  };
}
