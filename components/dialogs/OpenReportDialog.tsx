'use client';

import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { ImportReportView } from '@/components/dialogs/ImportReportView';
import { describeFileProblem, describeFileWarning } from '@/lib/messages/files';
import { importMessages } from '@/lib/messages/imports';
import { uiMessages } from '@/lib/messages/ui';
import type { OpenReport } from '@/lib/state/workspace';
import styles from '@/components/dialogs/OpenReportDialog.module.css';

interface Props {
  readonly report: OpenReport;
  readonly onClose: () => void;
}

/** What had to be mended in a design that was opened, what another tool's file became, or why it could not be opened. */
export function OpenReportDialog({ report, onClose }: Props) {
  const t = useMessages(uiMessages).opened;
  const imported = useMessages(importMessages);
  const titles = { file: t.unreadableTitle, browser: t.unreadableKeptTitle };
  return (
    <Dialog
      title={
        report.kind === 'repaired' ? t.repairedTitle : report.kind === 'imported' ? imported.title : titles[report.from]
      }
      role="alertdialog"
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose} data-autofocus>
          {t.ok}
        </Button>
      }
    >
      {report.kind === 'repaired' && <Repairs report={report} />}
      {report.kind === 'imported' && <ImportReportView name={report.name} report={report.report} />}
      {report.kind === 'unreadable' && <Refusal report={report} />}
    </Dialog>
  );
}

function Repairs({ report }: { readonly report: Extract<OpenReport, { readonly kind: 'repaired' }> }) {
  const t = useMessages(uiMessages).opened;
  const locale = useLocale();
  return (
    <>
      <p>{t.repairedText(report.name, report.warnings.length)}</p>
      <ul className={styles.list}>
        {report.warnings.map((warning, index) => (
          <li key={index}>{describeFileWarning(warning, locale)}</li>
        ))}
      </ul>
    </>
  );
}

function Refusal({ report }: { readonly report: Extract<OpenReport, { readonly kind: 'unreadable' }> }) {
  const t = useMessages(uiMessages).opened;
  const locale = useLocale();
  return (
    <>
      <p className={styles.name}>{report.name}</p>
      <p>{describeFileProblem(report.problem, locale)}</p>
      {report.from === 'browser' && <p>{t.unreadableKept}</p>}
    </>
  );
}
