'use client';

import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useDesigner } from '@/components/state/designer-context';
import { usePort } from '@/components/state/use-port';
import type { DialogsPort } from '@/lib/state/ports';

const OpenReportDialog = dynamic(() => import('@/components/dialogs/OpenReportDialog').then((m) => m.OpenReportDialog));
// A visit that opens no dialog does not even learn where the dialogs are.
const DialogByKind = dynamic(() => import('@/components/dialogs/DialogByKind').then((m) => m.DialogByKind));

/** Shows the dialog that is open, if any; each is fetched when it is first asked for. */
export function Dialogs() {
  const { shell, reports } = useDesigner();
  const report = useStore(reports.store, ([first]) => first);
  const dialog = useStore(shell.store, (state) => state.dialog);
  const port = useMemo(
    (): DialogsPort => ({
      openTemplates: () => shell.open({ kind: 'templates' }),
      openCommandPalette: (page) => shell.open({ kind: 'commands', page }),
      openKeyboardHelp: () => shell.open({ kind: 'keyboard' }),
      openUnitView: (node) => shell.open({ kind: 'unit-view', node }),
      openWorkings: (node) => shell.open({ kind: 'workings', node }),
      openRewrites: (nodes, rewrite) => shell.open({ kind: 'rewrites', nodes, rewrite }),
      openLossExplorer: () => shell.open({ kind: 'losses' }),
      openSaveAs: () => shell.open({ kind: 'save-as' }),
      openPicture: () => shell.open({ kind: 'picture' }),
      openDatasets: () => shell.open({ kind: 'datasets', files: [] }),
      confirmDeleteDesign: () => shell.open({ kind: 'delete-design' }),
      renameDesign: () => shell.setRenaming(true),
    }),
    [shell],
  );
  usePort('dialogs', port);

  if (report !== undefined) return <OpenReportDialog report={report} onClose={reports.next} />;
  return dialog === null ? null : <DialogByKind dialog={dialog} shell={shell} />;
}
