'use client';

import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { useMessages } from '@/components/ui/use-messages';
import { uiMessages } from '@/lib/messages/ui';

/** Asked before a design is deleted, since that cannot be undone. */
export function ConfirmDelete({ onClose }: { readonly onClose: () => void }) {
  const { workspace, actions } = useDesigner();
  const t = useMessages(uiMessages);
  const id = useWorkspace(({ openDesign }) => openDesign);
  const name = useWorkspace(({ document }) => document.name);
  const confirm = () => {
    onClose();
    void workspace.actions.deleteDesign(id);
  };
  return (
    <Dialog
      role="alertdialog"
      title={t.confirmDelete.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={actions.byId['save-file'].run}>{t.confirmDelete.saveFirst}</Button>
          <Button onClick={onClose} data-autofocus>
            {t.cancel}
          </Button>
          <Button look="danger" onClick={confirm}>
            {t.confirmDelete.confirm}
          </Button>
        </>
      }
    >
      <p>{t.confirmDelete.text(name)}</p>
    </Dialog>
  );
}
