'use client';

import { useMemo } from 'react';
import { CurveChart } from '@/components/charts/CurveChart';
import { summarize, type Quantity } from '@/components/training/curve-summary';
import { useRun, useRunStore } from '@/components/training/use-run';
import { useScore, type Score } from '@/components/training/use-score';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { Locale } from '@/lib/core/locale';
import { formatCount } from '@/lib/messages/figures';
import { formatDecimal } from '@/lib/messages/measures';
import { trainingMessages, type TrainingMessages } from '@/lib/messages/training';
import { isActive, type EpochPoint, type RunState } from '@/lib/state/run-state';
import { batchesPerEpoch } from '@/lib/training/split-counts';
import styles from '@/components/training/curves.module.css';

/** The two pictures of a run, side by side where there is room. */
export function RunCharts() {
  const t = useMessages(trainingMessages).curves;
  const locale = useLocale();
  const score = useScore();
  const quantities = useMemo(() => [lossQuantity(t, locale), scoreQuantity(score, locale)], [t, score, locale]);
  return (
    <div className={styles.charts}>
      {quantities.map((quantity) => (
        <RunChart key={quantity.title} quantity={quantity} />
      ))}
    </div>
  );
}

function RunChart({ quantity }: { readonly quantity: Quantity }) {
  const t = useMessages(trainingMessages).curves;
  const locale = useLocale();
  const store = useRunStore();
  // Reworded with each phase and epoch, not with each batch.
  const { phase, epochs } = useRun((run) => ({ phase: run.phase, epochs: run.epochs.length }));
  const summary = useMemo(
    () => summarize(quantity.curves(store.getState()), quantity, { t, locale }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- read anew when phase or epochs change
    [store, quantity, t, locale, phase, epochs],
  );
  const face = useMemo(
    () => ({
      formatX: (value: number) => formatCount(locale, value),
      formatY: quantity.formatAxis,
      yRange: quantity.yRange,
      xEnd: () => expectedBatches(store.getState()),
    }),
    [store, quantity, locale],
  );
  return (
    <CurveChart
      title={quantity.title}
      summary={summary}
      read={() => quantity.curves(store.getState())}
      subscribe={store.subscribe}
      face={face}
      names={[t.batch, t.smoothed, t.training, t.validation]}
      formatValue={quantity.format}
      formatPlace={(x) => t.atBatch(formatCount(locale, x))}
    />
  );
}

function lossQuantity(t: TrainingMessages['curves'], locale: Locale): Quantity {
  return {
    title: t.loss,
    curves: ({ series, epochs }) => ({
      raw: series.losses,
      smoothed: series.smoothedLosses,
      ...marks(epochs, ({ loss, validationLoss }) => [loss, validationLoss]),
    }),
    format: (value) => formatDecimal(locale, value, 4),
    formatAxis: plainTick,
    yRange: fromZero,
    better: Math.min,
  };
}

const plainTick = (value: number): string =>
  Math.abs(value) >= 1000 ? value.toExponential(0) : String(Number(value.toPrecision(3)));

function fromZero(_low: number, high: number): [number, number] {
  return [0, high > 0 ? high * 1.05 : 1];
}

function scoreQuantity({ isShare, title, format }: Score, locale: Locale): Quantity {
  return {
    title,
    curves: ({ series, epochs }) => ({
      raw: series.accuracies,
      smoothed: series.smoothedAccuracies,
      ...marks(epochs, ({ accuracy, validationAccuracy }) => [accuracy, validationAccuracy]),
    }),
    format: isShare ? (value) => `${formatDecimal(locale, value * 100, 1)}\u00a0%` : format,
    formatAxis: isShare ? (value) => `${formatDecimal(locale, value * 100, 0)}\u00a0%` : plainTick,
    yRange: isShare ? () => [0, 1] : fromZero,
    better: isShare ? Math.max : Math.min,
  };
}

function marks(epochs: readonly EpochPoint[], of: (point: EpochPoint) => readonly [number, number | null]) {
  const at = (part: 0 | 1) => epochs.map((point) => ({ x: point.batches, y: of(point)[part] }));
  return { training: at(0), validation: at(1) };
}

/** While a run goes on, the axis reaches to its end. */
function expectedBatches({ phase, subject }: RunState): number {
  if (!isActive(phase) || phase === 'evaluating' || subject === null) return 0;
  return batchesPerEpoch(subject.dataset.training.count, subject.settings) * subject.settings.epochs;
}
