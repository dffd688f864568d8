'use client';

import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useDesigner } from '@/components/state/designer-context';
import { usePort } from '@/components/state/use-port';
import type { DialogsPort } from '@/lib/state/ports';

const CommandPalette = dynamic(() => import('@/components/dialogs/CommandPalette').then((m) => m.CommandPalette));
const TemplateGallery = dynamic(() => import('@/components/dialogs/TemplateGallery').then((m) => m.TemplateGallery));
const KeyboardHelp = dynamic(() => import('@/components/dialogs/KeyboardHelp').then((m) => m.KeyboardHelp));
const OpenReportDialog = dynamic(() => import('@/components/dialogs/OpenReportDialog').then((m) => m.OpenReportDialog));
const UnitViewDialog = dynamic(() => import('@/components/unit-view/UnitViewDialog').then((m) => m.UnitViewDialog));
const WorkingsDialog = dynamic(() => import('@/components/workings/WorkingsDialog').then((m) => m.WorkingsDialog));
const RewritesDialog = dynamic(() => import('@/components/rewrites/RewritesDialog').then((m) => m.RewritesDialog));
const SaveAsDialog = dynamic(() => import('@/components/dialogs/SaveAsDialog').then((m) => m.SaveAsDialog));
const PictureDialog = dynamic(() => import('@/components/pictures/PictureDialog').then((m) => m.PictureDialog));
const DatasetsDialog = dynamic(() => import('@/components/data/DatasetsDialog').then((m) => m.DatasetsDialog));
const LossExplorerDialog = dynamic(() =>
  import('@/components/training/loss-explorer/LossExplorerDialog').then((m) => m.LossExplorerDialog),
);
const ConfirmDelete = dynamic(() => import('@/components/dialogs/ConfirmDelete').then((m) => m.ConfirmDelete));

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
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'commands':
      return <CommandPalette page={dialog.page} onClose={shell.close} />;
    case 'templates':
      return <TemplateGallery onClose={shell.close} />;
    case 'keyboard':
      return <KeyboardHelp onClose={shell.close} />;
    case 'workings':
      return <WorkingsDialog node={dialog.node} onClose={shell.close} />;
    case 'unit-view':
      return <UnitViewDialog node={dialog.node} onClose={shell.close} />;
    case 'rewrites':
      return <RewritesDialog nodes={dialog.nodes} rewrite={dialog.rewrite} onClose={shell.close} />;
    case 'losses':
      return <LossExplorerDialog onClose={shell.close} />;
    case 'save-as':
      return <SaveAsDialog onClose={shell.close} />;
    case 'picture':
      return <PictureDialog onClose={shell.close} />;
    case 'datasets':
      return <DatasetsDialog files={dialog.files} onClose={shell.close} />;
    case 'delete-design':
      return <ConfirmDelete onClose={shell.close} />;
  }
}
