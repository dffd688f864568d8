'use client';

import { HeadTable } from '@/components/training/evaluation/HeadTable';
import { LabelTable } from '@/components/training/evaluation/LabelTable';
import { TestCurves } from '@/components/training/evaluation/TestCurves';
import { ValueReport } from '@/components/training/evaluation/ValueReport';
import { targetNames, targetWidth, type Dataset } from '@/lib/datasets/dataset';
import { evaluationMessages } from '@/lib/messages/evaluation';
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
import type { TestOutputs, TestReport } from '@/lib/training/protocol';
import styles from '@/components/training/results.module.css';

/** How the trained network does on pictures it has never seen. */
export function ResultsView({ onShowSamples }: { readonly onShowSamples: (filter: SampleFilter) => void }) {
  const t = useMessages(trainingResultMessages).results;
  const report = useRun((run) => run.report);
  const dataset = useRun((run) => run.subject?.dataset ?? null);
  if (report === null || dataset === null) return <NoResults />;
  const { outputs } = report;
  const kind = outputs?.kind ?? 'classes';
  const names = namesOf(dataset, report);
  return (
    <div className={styles.results}>
      <div className={styles.figures}>
        <Headline report={report} kind={kind} />
        {report.heads !== undefined && <HeadTable heads={report.heads} />}
        {kind === 'classes' && (
          <section className={styles.perClass} aria-label={t.perClass}>
            <ClassTable report={report} classes={names} />
          </section>
        )}
        {kind === 'labels' && outputs !== null && <LabelTable outputs={outputs} names={names} />}
      </div>
      {kind === 'classes' && <ConfusionMatrix report={report} classes={names} onShowSamples={onShowSamples} />}
      {outputs !== null && kind !== 'values' && <TestCurves report={report} outputs={outputs} names={names} />}
      {kind === 'values' && outputs?.wanted && (
        <ValueReport given={outputs.given} wanted={outputs.wanted} names={names} />
      )}
    </div>
  );
}

/** Of what the first output tells apart: of the data set's target that it is as wide as and of its kind. */
function namesOf({ targets }: Dataset, { outputs, confusion }: TestReport): readonly string[] {
  const [kind, width] = outputs === null ? ['classes', confusion.length] : [outputs.kind, outputs.width];
  const target = targets.find((one) => one.kind === kind && targetWidth(one) === width);
  return target === undefined ? Array.from({ length: width }, (_, index) => String(index + 1)) : targetNames(target);
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

interface HeadlineProps {
  readonly report: TestReport;
  readonly kind: TestOutputs['kind'];
}

function Headline({ report, kind }: HeadlineProps) {
  const t = useMessages(trainingResultMessages).results;
  const words = useMessages(evaluationMessages);
  const locale = useLocale();
  const right = Math.round(report.accuracy * report.count);
  const title = { classes: t.accuracy, labels: words.labelAccuracy, values: words.meanAbsoluteError }[kind];
  return (
    <dl className={styles.headline}>
      <div>
        <dt>{title}</dt>
        <dd className={styles.big}>
          {kind === 'values' ? formatDecimal(locale, report.accuracy, 4) : formatAccuracy(locale, report.accuracy)}
        </dd>
        {kind === 'classes' && <dd>{t.right(formatCount(locale, right), formatCount(locale, report.count))}</dd>}
      </div>
      <div>
        <dt>{t.loss}</dt>
        <dd className={styles.second}>{formatDecimal(locale, report.loss, 4)}</dd>
      </div>
    </dl>
  );
}
