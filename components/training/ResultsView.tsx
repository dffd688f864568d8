'use client';

import { classesOf } from '@/lib/datasets/dataset';
import { ClassTable } from '@/components/training/ClassTable';
import { ConfusionMatrix } from '@/components/training/ConfusionMatrix';
import { EmptyView } from '@/components/training/EmptyView';
import { TestWeights } from '@/components/training/TestWeights';
import { useRun, useRunActions } from '@/components/training/use-run';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatCount } from '@/lib/messages/figures';
import { formatAccuracy, formatDecimal } from '@/lib/messages/measures';
import { trainingResultMessages } from '@/lib/messages/training-results';
import type { SampleFilter } from '@/lib/state/test-figures';
import type { TestReport } from '@/lib/training/protocol';
import styles from '@/components/training/results.module.css';

/** How the trained network does on pictures it has never seen. */
export function ResultsView({ onShowSamples }: { readonly onShowSamples: (filter: SampleFilter) => void }) {
  const t = useMessages(trainingResultMessages).results;
  const report = useRun((run) => run.report);
  const dataset = useRun((run) => run.subject?.dataset ?? null);
  if (report === null || dataset === null) return <NoResults />;
  const classes = classesOf(dataset);
  return (
    <div className={styles.results}>
      <div className={styles.figures}>
        <Headline report={report} />
        <section className={styles.perClass} aria-label={t.perClass}>
          <ClassTable report={report} classes={classes} />
        </section>
      </div>
      <ConfusionMatrix report={report} classes={classes} onShowSamples={onShowSamples} />
    </div>
  );
}

function NoResults() {
  const t = useMessages(trainingResultMessages).results;
  const actions = useRunActions();
  const { isTesting, canTest } = useRun((run) => ({
    isTesting: run.phase === 'evaluating',
    canTest: run.hasModel && run.phase === 'idle',
  }));
  return (
    <EmptyView title={t.empty} text={isTesting ? t.running : t.emptyText} icon="summary">
      {canTest && <Button onClick={() => void actions.evaluate()}>{t.evaluate}</Button>}
      <TestWeights />
    </EmptyView>
  );
}

function Headline({ report }: { readonly report: TestReport }) {
  const t = useMessages(trainingResultMessages).results;
  const locale = useLocale();
  const right = Math.round(report.accuracy * report.count);
  return (
    <dl className={styles.headline}>
      <div>
        <dt>{t.accuracy}</dt>
        <dd className={styles.big}>{formatAccuracy(locale, report.accuracy)}</dd>
        <dd>{t.right(formatCount(locale, right), formatCount(locale, report.count))}</dd>
      </div>
      <div>
        <dt>{t.loss}</dt>
        <dd className={styles.second}>{formatDecimal(locale, report.loss, 4)}</dd>
      </div>
    </dl>
  );
}
