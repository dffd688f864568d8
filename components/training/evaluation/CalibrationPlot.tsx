'use client';

import { useMemo } from 'react';
import { SIDE, UnitPlot } from '@/components/training/evaluation/UnitPlot';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { evaluationMessages } from '@/lib/messages/evaluation';
import { formatDecimal } from '@/lib/messages/measures';
import { calibrationOf } from '@/lib/state/test-curves';
import type { TestOutputs, TestReport } from '@/lib/training/protocol';
import styles from '@/components/training/evaluation/evaluation.module.css';

const SMALLEST_MARK = 2;
const LARGEST_MARK = 9;

interface CalibrationPlotProps {
  readonly report: TestReport;
  readonly outputs: TestOutputs;
}

/** How often the network is right, by how sure it is (a reliability diagram). */
export function CalibrationPlot({ report: { labels }, outputs: { given, width } }: CalibrationPlotProps) {
  const t = useMessages(evaluationMessages);
  const locale = useLocale();
  const { bins, error } = useMemo(() => calibrationOf(given, { width, labels }), [given, width, labels]);
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const filled = bins.filter(({ count }) => count > 0);
  const figure = t.calibrationError(formatDecimal(locale, error, 4));
  return (
    <UnitPlot title={t.calibration} figure={figure} hint={t.hints.calibration} axes={t.calibrationAxes}>
      <line className={styles.guess} x1={0} y1={SIDE} x2={SIDE} y2={0} />
      {filled.map(({ count, confidence, accuracy }) => (
        <circle
          key={confidence}
          className={styles.mark}
          cx={confidence * SIDE}
          cy={(1 - accuracy) * SIDE}
          r={SMALLEST_MARK + (LARGEST_MARK - SMALLEST_MARK) * Math.sqrt(count / most)}
        />
      ))}
    </UnitPlot>
  );
}
