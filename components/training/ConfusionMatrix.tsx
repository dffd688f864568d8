'use client';

import { useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatCount } from '@/lib/messages/figures';
import { trainingResultMessages } from '@/lib/messages/training-results';
import type { SampleFilter } from '@/lib/state/test-figures';
import type { TestReport } from '@/lib/training/protocol';
import styles from '@/components/training/results.module.css';

interface ConfusionMatrixProps {
  readonly report: TestReport;
  readonly classes: readonly string[];
  readonly onShowSamples: (filter: SampleFilter) => void;
}

interface CellPlace {
  readonly truth: number;
  readonly predicted: number;
}

/** Truth by prediction. One stop of the Tab key; arrow keys go from cell to cell, Enter shows a cell's pictures. */
export function ConfusionMatrix({ report, classes, onShowSamples }: ConfusionMatrixProps) {
  const t = useMessages(trainingResultMessages).results;
  const [current, setCurrent] = useState<CellPlace>({ truth: 0, predicted: 0 });
  const table = useRef<HTMLTableElement>(null);

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const next = cellAfter(current, event.key, classes.length);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    table.current?.querySelector<HTMLElement>(`[data-cell='${next.truth}-${next.predicted}']`)?.focus();
  };

  return (
    <section className={styles.confusion} aria-label={t.confusion}>
      <h3>{t.confusion}</h3>
      <p className={styles.hint}>{t.confusionHint}</p>
      <table ref={table} className={styles.matrix} onKeyDown={onKeyDown}>
        <caption className="visually-hidden">{t.confusion}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t.truth} ↓
              <br />
              {t.predicted} →
            </th>
            {classes.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.confusion.map((row, truth) => (
            <tr key={classes[truth]}>
              <th scope="row">{classes[truth]}</th>
              {row.map((count, predicted) => (
                <Cell
                  key={classes[predicted]}
                  place={{ truth, predicted }}
                  count={count}
                  share={count / Math.max(1, sum(row))}
                  classes={classes}
                  isCurrent={truth === current.truth && predicted === current.predicted}
                  onFocus={setCurrent}
                  onChoose={(place) => onShowSamples({ wrongOnly: false, ...place })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellProps {
  readonly place: CellPlace;
  readonly count: number;
  /** Of the samples of this truth. */
  readonly share: number;
  readonly classes: readonly string[];
  readonly isCurrent: boolean;
  readonly onFocus: (place: CellPlace) => void;
  readonly onChoose: (place: CellPlace) => void;
}

function Cell({ place, count, share, classes, isCurrent, onFocus, onChoose }: CellProps) {
  const t = useMessages(trainingResultMessages).results;
  const locale = useLocale();
  const { truth, predicted } = place;
  const isRight = truth === predicted;
  const text = formatCount(locale, count);
  return (
    <td>
      <button
        type="button"
        data-cell={`${truth}-${predicted}`}
        className={isRight ? styles.right : styles.wrong}
        // A wrong cell is seldom a large share: its shade grows faster.
        style={{ '--shade': `${Math.round(100 * (isRight ? share : Math.sqrt(share)))}%` } as CSSProperties}
        tabIndex={isCurrent ? 0 : -1}
        aria-label={t.cell(text, classes[truth] ?? '', classes[predicted] ?? '')}
        onFocus={() => onFocus(place)}
        onClick={() => onChoose(place)}
      >
        {count === 0 ? '·' : text}
      </button>
    </td>
  );
}

function cellAfter({ truth, predicted }: CellPlace, key: string, classes: number): CellPlace | null {
  const clamp = (value: number) => Math.min(classes - 1, Math.max(0, value));
  switch (key) {
    case 'ArrowRight':
      return { truth, predicted: clamp(predicted + 1) };
    case 'ArrowLeft':
      return { truth, predicted: clamp(predicted - 1) };
    case 'ArrowDown':
      return { truth: clamp(truth + 1), predicted };
    case 'ArrowUp':
      return { truth: clamp(truth - 1), predicted };
    case 'Home':
      return { truth, predicted: 0 };
    case 'End':
      return { truth, predicted: classes - 1 };
    default:
      return null;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
