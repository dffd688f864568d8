'use client';

import dynamic from 'next/dynamic';
import type { OpenDialog, Shell } from '@/lib/state/shell-state';

const CommandPalette = dynamic(() => import('@/components/dialogs/CommandPalette').then((m) => m.CommandPalette));
const TemplateGallery = dynamic(() => import('@/components/dialogs/TemplateGallery').then((m) => m.TemplateGallery));
const KeyboardHelp = dynamic(() => import('@/components/dialogs/KeyboardHelp').then((m) => m.KeyboardHelp));
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

interface DialogByKindProps {
  readonly dialog: OpenDialog;
  readonly shell: Shell;
}

/** The dialog of each kind; each is fetched when it is first asked for. */
export function DialogByKind({ dialog, shell }: DialogByKindProps) {
  switch (dialog.kind) {
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
