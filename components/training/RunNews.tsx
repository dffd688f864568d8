'use client';

import { useRun } from '@/components/training/use-run';
import { useScore } from '@/components/training/use-score';
import { useMessages } from '@/components/ui/use-messages';
import { trainingMessages } from '@/lib/messages/training';

/** For screen readers: each phase, each epoch and the result, but not each batch. */
export function RunNews() {
  const t = useMessages(trainingMessages);
  const { title, testTitle, format } = useScore();
  const { phase, epoch, report, outcome } = useRun((run) => ({
    phase: run.phase,
    epoch: run.epochs.at(-1) ?? null,
    report: run.report,
    outcome: run.outcome,
  }));
  const isTraining = phase === 'training' || phase === 'validating';
  const news =
    report !== null
      ? `${testTitle}: ${format(report.accuracy)}`
      : isTraining && epoch !== null
        ? t.run.epochNews(String(epoch.epoch), title, format(epoch.accuracy))
        : phase === 'idle' && outcome === null
          ? ''
          : t.run.phases[phase];
  return (
    <div className="visually-hidden" role="status">
      {news}
    </div>
  );
}
