'use client';

import { useWorkspace } from '@/components/state/use-workspace';
import { useRun } from '@/components/training/use-run';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { Locale } from '@/lib/core/locale';
import { formatBytes, formatCount } from '@/lib/messages/figures';
import { formatDuration } from '@/lib/messages/measures';
import { trainingMessages, type TrainingMessages } from '@/lib/messages/training';
import type { RunState } from '@/lib/state/run-state';
import type { TrainOutcome } from '@/lib/training/protocol';
import { batchesPerEpoch } from '@/lib/training/split-counts';
import styles from '@/components/training/run-bar.module.css';

type Told = Pick<
  RunState,
  'phase' | 'asked' | 'subject' | 'progress' | 'download' | 'evaluation' | 'outcome' | 'backend'
> & { readonly batches: number };

/** The phase in words, the bar, and the figures of the moment. */
export function RunStatus() {
  const t = useMessages(trainingMessages);
  const locale = useLocale();
  const run = useRun<Told>((state) => ({
    phase: state.phase,
    asked: state.asked,
    subject: state.subject,
    progress: state.progress,
    download: state.download,
    evaluation: state.evaluation,
    outcome: state.outcome,
    backend: state.backend,
    batches: state.series.length,
  }));
  const share = shareDone(run);
  return (
    <div className={styles.status}>
      <div className={styles.words}>
        <strong>{headline(t, locale, run)}</strong>
        {figures(t, locale, run).map((figure) => (
          <span key={figure}>{figure}</span>
        ))}
        {run.phase === 'idle' && <PredictedMemory />}
      </div>
      {share !== undefined && (
        <progress
          className={styles.progress}
          aria-label={t.run.progress}
          max={1}
          {...(share === null ? {} : { value: share })}
        />
      )}
    </div>
  );
}

function PredictedMemory() {
  const t = useMessages(trainingMessages).run;
  const locale = useLocale();
  const bytes = useWorkspace(({ analysis }) => analysis.totals.memory.training);
  const hasErrors = useWorkspace(({ analysis }) => analysis.hasErrors);
  if (hasErrors) return null;
  return <span title={t.memoryHint}>{t.memory(formatBytes(locale, bytes))}</span>;
}

function headline(t: TrainingMessages, locale: Locale, { phase, asked, outcome }: Told): string {
  if (asked === 'pause') return t.run.pausing;
  if (asked === 'resume') return t.run.resuming;
  if (asked === 'stop') return t.run.stopping;
  if (phase !== 'idle' || outcome === null) return t.run.phases[phase];
  switch (outcome.ended) {
    case 'finished':
      return outcome.batches === 0 ? t.run.untrained : finishedText(t, locale, outcome);
    case 'stopped':
      return t.run.stoppedAfter(formatCount(locale, outcome.batches));
    case 'diverged':
      return t.run.diverged;
  }
}

function finishedText(t: TrainingMessages, locale: Locale, { epochs, earlyStopping }: TrainOutcome): string {
  if (earlyStopping === undefined) return t.run.finished;
  const best = formatCount(locale, earlyStopping.best);
  return earlyStopping.stopped ? t.run.stoppedEarly(formatCount(locale, epochs), best) : t.run.bestKept(best);
}

function figures(t: TrainingMessages, locale: Locale, run: Told): readonly string[] {
  const { phase, download, evaluation, outcome } = run;
  switch (phase) {
    case 'loading-data':
      if (download === null) return [];
      return [t.run.downloaded(formatBytes(locale, download.done), formatBytes(locale, download.total))];
    case 'evaluating':
      if (evaluation === null) return [];
      return [t.run.evaluated(formatCount(locale, evaluation.done), formatCount(locale, evaluation.total))];
    case 'training':
    case 'validating':
    case 'paused':
      return trainingFigures(t, locale, run);
    case 'idle':
      if (outcome === null) return [];
      return [
        ...(outcome.batches === 0 ? [] : [t.run.took(formatDuration(outcome.seconds))]),
        t.backend.names[outcome.backend],
      ];
    case 'building':
    case 'calibrating':
      return [];
  }
}

function trainingFigures(t: TrainingMessages, locale: Locale, run: Told): readonly string[] {
  const { progress, subject, batches, backend, phase } = run;
  if (subject === null || progress.epoch === 0) return [];
  const { settings, dataset } = subject;
  const all = batchesPerEpoch(dataset.training.count, settings) * settings.epochs;
  const left = phase === 'paused' ? null : progress.secondsLeft;
  return [
    t.run.epochOf(formatCount(locale, progress.epoch), formatCount(locale, settings.epochs)),
    t.run.batches(formatCount(locale, batches), formatCount(locale, all)),
    t.run.speed(formatCount(locale, progress.examplesPerSecond)),
    ...(left === null ? [] : [t.run.left(formatDuration(left))]),
    ...(backend === null ? [] : [t.backend.names[backend]]),
  ];
}

/** undefined: no bar; null: at work, nobody knows how long. */
function shareDone({ phase, download, evaluation, progress }: Told): number | null | undefined {
  switch (phase) {
    case 'idle':
      return undefined;
    case 'loading-data':
      return download === null ? null : download.done / download.total;
    case 'evaluating':
      return evaluation === null ? null : evaluation.done / evaluation.total;
    case 'training':
    case 'validating':
    case 'paused':
      return progress.share;
    case 'building':
    case 'calibrating':
      return null;
  }
}
