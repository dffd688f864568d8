'use client';

import { deleteRuns, exportRuns } from '@/components/runs/run-tasks';
import { useDesigner } from '@/components/state/designer-context';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { useMessages } from '@/components/ui/use-messages';
import { runsMessages } from '@/lib/messages/runs';
import type { RunRecord } from '@/lib/runs/run-record';

const MOST_NAMED = 4;

/** Asked before runs are deleted, since that cannot be undone. */
export function ConfirmDeleteRuns({
  runs,
  onClose,
}: {
  readonly runs: readonly RunRecord[];
  readonly onClose: () => void;
}) {
  const designer = useDesigner();
  const t = useMessages(runsMessages).confirm;
  const ids = runs.map(({ id }) => id);
  const names = runs.slice(0, MOST_NAMED).map(({ name }) => `“${name}”`);
  const left = runs.length - names.length;
  const confirm = () => {
    onClose();
    void deleteRuns(designer, ids);
  };
  return (
    <Dialog
      role="alertdialog"
      title={t.title(runs.length)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void exportRuns(designer, ids, 'json')}>{t.exportFirst}</Button>
          <Button onClick={onClose} data-autofocus>
            {t.cancel}
          </Button>
          <Button look="danger" onClick={confirm}>
            {t.delete}
          </Button>
        </>
      }
    >
      <p>{t.text([...names, ...(left > 0 ? [t.more(left)] : [])].join(', '))}</p>
    </Dialog>
  );
}
