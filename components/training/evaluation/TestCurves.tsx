'use client';

import { useMemo, useState } from 'react';
import { CalibrationPlot } from '@/components/training/evaluation/CalibrationPlot';
import { SIDE, UnitPlot } from '@/components/training/evaluation/UnitPlot';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { evaluationMessages } from '@/lib/messages/evaluation';
import { formatDecimal } from '@/lib/messages/measures';
import { fewPoints, precisionRecallCurve, rocCurve, type CurvePoint, type Rated } from '@/lib/state/test-curves';
import type { TestOutputs, TestReport } from '@/lib/training/protocol';
import styles from '@/components/training/evaluation/evaluation.module.css';

interface TestCurvesProps {
  readonly report: TestReport;
  readonly outputs: TestOutputs;
  /** Of the classes or labels. */
  readonly names: readonly string[];
}

const LABEL_HOLDS = 0.5;

/** One class against the rest, or one label, for every threshold; and whether the network is as right as it is sure. */
export function TestCurves({ report, outputs, names }: TestCurvesProps) {
  const t = useMessages(evaluationMessages);
  const locale = useLocale();
  const [chosen, setChosen] = useState(0);
  const rated = useMemo(() => ratedBy(report, outputs, chosen), [report, outputs, chosen]);
  const roc = useMemo(() => rocCurve(rated), [rated]);
  const precision = useMemo(() => precisionRecallCurve(rated), [rated]);
  const share = (value: number): string => formatDecimal(locale, value, 4);
  return (
    <section className={styles.section} aria-label={t.title}>
      <div className={styles.head}>
        <h3>{t.title}</h3>
        <label>
          {outputs.kind === 'classes' ? t.class : t.label}
          <select value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
            {names.map((name, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className={styles.figures}>
        {roc === null || precision === null ? (
          <p className={styles.note}>{t.onlyOneKind}</p>
        ) : (
          <>
            <UnitPlot title={t.roc} figure={t.area(share(roc.area))} hint={t.hints.roc} axes={t.rocAxes}>
              <line className={styles.guess} x1={0} y1={SIDE} x2={SIDE} y2={0} />
              <polyline className={styles.line} points={pathOf(roc.points)} />
            </UnitPlot>
            <UnitPlot
              title={t.precisionRecall}
              figure={t.averagePrecision(share(precision.area))}
              hint={t.hints.precisionRecall}
              axes={t.precisionRecallAxes}
            >
              <polyline className={styles.line} points={pathOf(precision.points)} />
            </UnitPlot>
          </>
        )}
        {outputs.kind === 'classes' && <CalibrationPlot report={report} outputs={outputs} />}
      </div>
    </section>
  );
}

function ratedBy({ labels }: TestReport, { given, wanted, width }: TestOutputs, column: number): Rated {
  const scores = Float32Array.from({ length: given.length / width }, (_, row) => given[row * width + column] ?? 0);
  const isSo = (sample: number): boolean =>
    wanted === null ? labels[sample] === column : (wanted[sample * width + column] ?? 0) > LABEL_HOLDS;
  return { scores, isSo };
}

function pathOf(points: readonly CurvePoint[]): string {
  return fewPoints(points)
    .map(({ x, y }) => `${(x * SIDE).toFixed(1)},${((1 - y) * SIDE).toFixed(1)}`)
    .join(' ');
}
