'use client';

import { useRun } from '@/components/training/use-run';
import { useScore } from '@/components/training/use-score';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatDecimal } from '@/lib/messages/measures';
import { trainingMessages } from '@/lib/messages/training';
import styles from '@/components/training/curves.module.css';

/** What the curves show, epoch by epoch, in figures. */
export function EpochTable() {
  const t = useMessages(trainingMessages).curves;
  const locale = useLocale();
  const { isShare, title, format } = useScore();
  const epochs = useRun((run) => run.epochs);
  if (epochs.length === 0) return <p className={styles.none}>{t.noEpochYet}</p>;
  const loss = (value: number | null) => (value === null ? '–' : formatDecimal(locale, value, 4));
  const accuracy = (value: number | null) => (value === null ? '–' : format(value));
  const scores = isShare ? [t.trainingAccuracy, t.validationAccuracy] : [title, `${title} (${t.validation})`];
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {[t.epoch, t.trainingLoss, t.validationLoss, ...scores].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {epochs.map((point) => (
            <tr key={point.epoch}>
              <th scope="row">{point.epoch}</th>
              <td>{loss(point.loss)}</td>
              <td>{loss(point.validationLoss)}</td>
              <td>{accuracy(point.accuracy)}</td>
              <td>{accuracy(point.validationAccuracy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
