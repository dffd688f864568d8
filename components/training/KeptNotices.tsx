'use client';

import { LossNotice } from '@/components/training/LossNotice';
import { Notice } from '@/components/training/Notice';
import { useRuns } from '@/components/training/runs-session';
import { useRun, useRunActions } from '@/components/training/use-run';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { checkpointMessages } from '@/lib/messages/checkpoints';
import { formatBytes, formatCount } from '@/lib/messages/figures';
import { isActive } from '@/lib/state/run-state';

/** What is kept of the run that is shown, and what is not. */
export function KeptNotices() {
  return (
    <>
      <LossNotice />
      <ResumeNotice />
      <FaultNotice />
      <UnkeptNotice />
    </>
  );
}

/** A run that ended before its time, and whose state is at hand. */
function ResumeNotice() {
  const t = useMessages(checkpointMessages);
  const locale = useLocale();
  const { run, checkpoint, phase } = useRun((state) => ({
    run: state.run,
    checkpoint: state.checkpoint,
    phase: state.phase,
  }));
  const status = useRuns(({ records }) => records.find(({ id }) => id === run)?.status ?? null);
  const { resumeRun } = useRunActions();
  if (run === null || checkpoint?.canGoOn !== true || isActive(phase)) return null;
  if (status !== 'interrupted' && status !== 'stopped') return null;
  const [epochs, batches] = [formatCount(locale, checkpoint.epoch), formatCount(locale, checkpoint.batches)];
  return (
    <Notice
      tone="hint"
      actions={
        <Button icon="play" onClick={() => void resumeRun()}>
          {t.resume}
        </Button>
      }
    >
      {t[status](epochs, batches)} {t.exact}
    </Notice>
  );
}

function FaultNotice() {
  const t = useMessages(checkpointMessages);
  const locale = useLocale();
  const { fault, phase } = useRun((state) => ({ fault: state.checkpointFault, phase: state.phase }));
  if (fault === null || !isActive(phase)) return null;
  const free = fault.free === null ? null : formatBytes(locale, fault.free);
  return <Notice tone="warning">{t.fault[fault.reason](formatBytes(locale, fault.bytes), free)}</Notice>;
}

function UnkeptNotice() {
  const t = useMessages(checkpointMessages);
  const unkept = useRun((state) => state.unkept);
  return unkept === null ? null : <Notice tone="warning">{t.unkept}</Notice>;
}
