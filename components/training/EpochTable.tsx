'use client';

import { epochColumns } from '@/components/training/epoch-columns';
import { useOutputTitle } from '@/components/training/use-output-title';
import { useRun } from '@/components/training/use-run';
import { useScore } from '@/components/training/use-score';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { evaluationMessages } from '@/lib/messages/evaluation';
import { trainingMessages } from '@/lib/messages/training';
import styles from '@/components/training/curves.module.css';

/** What the curves show, epoch by epoch, in figures; of several outputs each. */
export function EpochTable() {
  const t = useMessages(trainingMessages).curves;
  const words = useMessages(evaluationMessages);
  const locale = useLocale();
  const score = useScore();
  const outputTitle = useOutputTitle();
  const epochs = useRun((run) => run.epochs);
  if (epochs.length === 0) return <p className={styles.none}>{t.noEpochYet}</p>;
  const columns = epochColumns(epochs, { t, words, locale, score, outputTitle });
  return (
    <div className={styles.scroll} role="region" aria-label={t.asTable} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {[t.epoch, ...columns.map(({ title }) => title)].map((title) => (
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
              {columns.map(({ title, cell }) => (
                <td key={title}>{cell(point)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
