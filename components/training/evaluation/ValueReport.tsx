'use client';

import { useMemo, useState } from 'react';
import { SIDE, UnitPlot } from '@/components/training/evaluation/UnitPlot';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { evaluationMessages } from '@/lib/messages/evaluation';
import { formatConstant, formatDecimal } from '@/lib/messages/measures';
import { valueFigures } from '@/lib/state/test-curves';
import results from '@/components/training/results.module.css';
import styles from '@/components/training/evaluation/evaluation.module.css';

interface ValueReportProps {
  readonly given: Float32Array;
  readonly wanted: Float32Array;
  /** Of the values, one per column. */
  readonly names: readonly string[];
}

const MOST_MARKS = 800;

/** How far predicted values are from the true ones: in figures, and sample by sample. */
export function ValueReport({ given, wanted, names }: ValueReportProps) {
  const t = useMessages(evaluationMessages);
  const locale = useLocale();
  const [chosen, setChosen] = useState(0);
  const width = names.length;
  const rows = useMemo(
    () => names.map((_, column) => valueFigures({ given, wanted }, { width, column })),
    [given, wanted, names, width],
  );
  const marks = useMemo(() => marksOf({ given, wanted }, width, chosen), [given, wanted, width, chosen]);
  const figure = (value: number): string => formatDecimal(locale, value, 4);
  return (
    <section className={styles.section} aria-label={t.perColumn}>
      <table className={results.classes}>
        <caption>{t.perColumn}</caption>
        <thead>
          <tr>
            {[t.column, t.meanAbsoluteError, t.rootMeanSquareError, t.determination].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ meanAbsoluteError, rootMeanSquareError, determination }, column) => (
            <tr key={names[column]}>
              <th scope="row">{names[column]}</th>
              <td>{figure(meanAbsoluteError)}</td>
              <td>{figure(rootMeanSquareError)}</td>
              <td>{determination === null ? '–' : figure(determination)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.head}>
        <label>
          {t.column}
          <select value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
            {names.map((name, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <UnitPlot title={t.scatter} figure={names[chosen] ?? ''} hint="" axes={t.scatterAxes} ends={marks.ends}>
        <line className={styles.guess} x1={0} y1={SIDE} x2={SIDE} y2={0} />
        {marks.places.map(({ sample, x, y }) => (
          <circle key={sample} className={styles.mark} cx={x} cy={y} r={2} />
        ))}
      </UnitPlot>
    </section>
  );
}

interface Marks {
  readonly ends: readonly [low: string, high: string];
  readonly places: readonly { readonly sample: number; readonly x: number; readonly y: number }[];
}

/** Places of some samples, evenly chosen, on one scale for both axes. */
function marksOf(
  { given, wanted }: { readonly given: Float32Array; readonly wanted: Float32Array },
  width: number,
  column: number,
): Marks {
  const count = given.length / width;
  const shown = Math.min(count, MOST_MARKS);
  const samples = Array.from({ length: shown }, (_, index) => Math.floor((index * count) / shown));
  const pairs = samples.map((sample) => {
    const at = sample * width + column;
    return { sample, truth: wanted[at] ?? 0, said: given[at] ?? 0 };
  });
  const all = pairs.flatMap(({ truth, said }) => [truth, said]).filter(Number.isFinite);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const place = (value: number): number => ((value - low) / (high - low || 1)) * SIDE;
  const end = (value: number): string => formatConstant(Number(value.toPrecision(3)));
  return {
    ends: [end(low), end(high)],
    places: pairs.map(({ sample, truth, said }) => ({ sample, x: place(truth), y: SIDE - place(said) })),
  };
}
