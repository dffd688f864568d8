'use client';

import { useMemo } from 'react';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatCount } from '@/lib/messages/figures';
import { formatDecimal } from '@/lib/messages/measures';
import { trainingResultMessages } from '@/lib/messages/training-results';
import { classFigures } from '@/lib/state/test-figures';
import type { TestReport } from '@/lib/training/protocol';
import styles from '@/components/training/results.module.css';

interface ClassTableProps {
  readonly report: TestReport;
  readonly classes: readonly string[];
}

/** Precision, recall and F1 of every class. */
export function ClassTable({ report, classes }: ClassTableProps) {
  const t = useMessages(trainingResultMessages).results;
  const locale = useLocale();
  const figures = useMemo(() => classFigures(report), [report]);
  const share = (value: number | null) =>
    value === null ? (
      <span title={t.undefinedHint}>{t.undefined}</span>
    ) : (
      `${formatDecimal(locale, value * 100, 1)}\u00a0%`
    );
  return (
    <table className={styles.classes}>
      <caption>{t.perClass}</caption>
      <thead>
        <tr>
          {[t.class, t.precision, t.recall, t.f1, t.count].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.map(({ label, precision, recall, f1, count }) => (
          <tr key={label}>
            <th scope="row">{classes[label]}</th>
            <td>{share(precision)}</td>
            <td>{share(recall)}</td>
            <td>{share(f1)}</td>
            <td>{formatCount(locale, count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
