import { createDocument } from '@/lib/document/create-document';
import { saveDocument } from '@/lib/document/save';
import { uiMessages } from '@/lib/messages/ui';
import { canEdit, type ActionContext, type ActionTable } from '@/lib/state/actions/context';

type DesignActionId =
  | 'new-design'
  | 'open-template'
  | 'open-file'
  | 'save-file'
  | 'save-as'
  | 'save-picture'
  | 'duplicate-design'
  | 'delete-design'
  | 'rename-design'
  | 'compare';

export function designActions(context: ActionContext): ActionTable<DesignActionId> {
  const { store, actions } = context.workspace;
  const dialogs = () => context.ports.store.getState().dialogs;
  const isLoaded = () => store.getState().saveState !== 'loading';
  return {
    'new-design': { shortcuts: ['Alt+Shift+N'], enabled: isLoaded, run: () => startEmpty(context) },
    'open-template': {
      shortcuts: ['Alt+Shift+G'],
      enabled: () => isLoaded() && dialogs() !== undefined,
      run: () => dialogs()?.openTemplates(),
    },
    'open-file': { shortcuts: ['Mod+O'], enabled: isLoaded, run: () => void openFile(context) },
    'save-file': { shortcuts: ['Mod+S'], enabled: isLoaded, run: () => void saveFile(context) },
    'save-as': {
      shortcuts: ['Alt+Shift+X'],
      enabled: () => isLoaded() && dialogs() !== undefined,
      run: () => dialogs()?.openSaveAs(),
    },
    'save-picture': {
      shortcuts: ['Alt+Shift+I'],
      enabled: () => isLoaded() && dialogs() !== undefined,
      run: () => dialogs()?.openPicture(),
    },
    'duplicate-design': { shortcuts: [], enabled: isLoaded, run: actions.duplicateDesign },
    'delete-design': {
      shortcuts: [],
      enabled: () => canEdit(context) && dialogs() !== undefined,
      run: () => dialogs()?.confirmDeleteDesign(),
    },
    'rename-design': {
      shortcuts: ['Shift+F2'],
      enabled: () => canEdit(context) && dialogs() !== undefined,
      run: () => dialogs()?.renameDesign(),
    },
    compare: {
      shortcuts: ['Alt+Shift+C'],
      enabled: () => isLoaded() && context.ports.store.getState().compare !== undefined,
      run: () => context.ports.store.getState().compare?.toggle(),
    },
  };
}

function startEmpty({ workspace, preferences }: ActionContext): void {
  workspace.actions.newDesign(createDocument(uiMessages[preferences.store.getState().locale].design.untitled));
}

async function openFile({ files, opener, workspace, notices }: ActionContext): Promise<void> {
  try {
    const picked = await files.open();
    if (picked === null || (await opener.open(picked)) !== 'design') return;
    files.remember(workspace.store.getState().openDesign, picked);
  } catch {
    notices.show('error', 'file-failed', {});
  }
}

async function saveFile({ files, workspace, notices }: ActionContext): Promise<void> {
  const { openDesign, document } = workspace.store.getState();
  const outcome = await files.save(openDesign, document.name, saveDocument(document));
  if (outcome === 'failed') notices.show('error', 'file-failed', {});
  if (outcome === 'saved') notices.show('success', 'file-saved', { name: document.name });
}
