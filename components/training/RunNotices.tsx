'use client';

import { useWorkspace } from '@/components/state/use-workspace';
import { KeptNotices } from '@/components/training/KeptNotices';
import { Notice } from '@/components/training/Notice';
import { ProblemNotice } from '@/components/training/ProblemNotice';
import { useRuns } from '@/components/training/runs-session';
import { useRun, useRunActions } from '@/components/training/use-run';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { sameJson } from '@/lib/core/same-json';
import { trainingMessages } from '@/lib/messages/training';
import { isActive } from '@/lib/state/run-state';
import { SILENCE_MS } from '@/lib/state/run-watchdog';
import { sameNetwork } from '@/lib/state/same-network';
import { shownRunOf } from '@/lib/state/shown-run';
import styles from '@/components/training/notices.module.css';

/** What a person should know about the run beside its progress. */
export function RunNotices() {
  return (
    <div className={styles.notices}>
      <ProblemNotice />
      <SilenceNotice />
      <KeptNotices />
      <OlderDesignNotice />
    </div>
  );
}

function SilenceNotice() {
  const t = useMessages(trainingMessages);
  const isSilent = useRun(({ silent }) => silent);
  const actions = useRunActions();
  if (!isSilent) return null;
  return (
    <Notice
      tone="warning"
      actions={
        <>
          <Button onClick={() => void actions.restart()}>{t.run.restart}</Button>
          <Button look="quiet" onClick={actions.abandon}>
            {t.run.stop}
          </Button>
        </>
      }
    >
      {t.problem.silent(String(SILENCE_MS / 1000))}
    </Notice>
  );
}

/** The document is edited freely while a run goes on; what the run shows then belongs to the design it began with. */
function OlderDesignNotice() {
  const t = useMessages(trainingMessages).older;
  const subject = useRun((run) => run.subject);
  const phase = useRun((run) => run.phase);
  const run = useRun((state) => state.run);
  const record = useRuns(({ records }) => records.find(({ id }) => id === run) ?? null);
  const document = useWorkspace((workspace) => workspace.document);
  const openDesign = useWorkspace((workspace) => workspace.openDesign);
  if (subject === null) return null;
  const isRunning = isActive(phase);
  const text = {
    same: null,
    study: record && t.study(record.name, isRunning),
    'other-design': record && t.otherDesign(record.name, isRunning),
    changed: isRunning ? t.running : t.done,
    settings: isRunning ? t.settings : null,
  }[
    shownRunOf(record, {
      openDesign,
      isSameNetwork: sameNetwork(subject.document, document),
      isSameSettings: sameJson(subject.settings, document.training),
    })
  ];
  return text === null ? null : <Notice tone="hint">{text}</Notice>;
}
