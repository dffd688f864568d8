'use client';

import { useOutputTitle } from '@/components/training/use-output-title';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { evaluationMessages } from '@/lib/messages/evaluation';
import { formatAccuracy, formatDecimal } from '@/lib/messages/measures';
import { trainingResultMessages } from '@/lib/messages/training-results';
import type { HeadResult } from '@/lib/training/protocol';
import styles from '@/components/training/results.module.css';

/** Loss and score of every output of a network that has several. */
export function HeadTable({ heads }: { readonly heads: readonly HeadResult[] }) {
  const t = useMessages(evaluationMessages);
  const words = useMessages(trainingResultMessages).results;
  const locale = useLocale();
  const outputTitle = useOutputTitle();
  const titles = { classes: words.accuracy, labels: t.testLabelAccuracy, values: t.testError };
  return (
    <table className={styles.classes}>
      <caption>{t.perOutput}</caption>
      <thead>
        <tr>
          {[t.output, words.loss, t.score].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {heads.map(({ name, kind, loss, score }) => (
          <tr key={name}>
            <th scope="row">{outputTitle(name)}</th>
            <td>{formatDecimal(locale, loss, 4)}</td>
            <td>
              {titles[kind]}: {kind === 'values' ? formatDecimal(locale, score, 4) : formatAccuracy(locale, score)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
