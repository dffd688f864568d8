'use client';

import { useMemo } from 'react';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { evaluationMessages } from '@/lib/messages/evaluation';
import { formatCount } from '@/lib/messages/figures';
import { formatDecimal } from '@/lib/messages/measures';
import { trainingResultMessages } from '@/lib/messages/training-results';
import { classFigures } from '@/lib/state/test-figures';
import type { TestOutputs } from '@/lib/training/protocol';
import styles from '@/components/training/results.module.css';

const HOLDS = 0.5;

interface LabelTableProps {
  readonly outputs: TestOutputs;
  readonly names: readonly string[];
}

/** Precision, recall and F1 of every label of samples that may have several. */
export function LabelTable({ outputs, names }: LabelTableProps) {
  const t = useMessages(evaluationMessages);
  const words = useMessages(trainingResultMessages).results;
  const locale = useLocale();
  const rows = useMemo(() => names.map((_, label) => figuresOf(outputs, label)), [outputs, names]);
  const share = (value: number | null | undefined): string =>
    value === null || value === undefined ? words.undefined : `${formatDecimal(locale, value * 100, 1)}\u00a0%`;
  return (
    <table className={styles.classes}>
      <caption>{t.perLabel}</caption>
      <thead>
        <tr>
          {[t.label, words.precision, words.recall, words.f1, t.holds].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((figures, label) => (
          <tr key={names[label]}>
            <th scope="row">{names[label]}</th>
            <td>{share(figures?.precision)}</td>
            <td>{share(figures?.recall)}</td>
            <td>{share(figures?.f1)}</td>
            <td>{formatCount(locale, figures?.count ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Of "holds" against "does not", from a two-class confusion. */
function figuresOf({ given, wanted, width }: TestOutputs, label: number) {
  const confusion = [
    [0, 0],
    [0, 0],
  ];
  for (let at = label; at < given.length; at += width) {
    const row = confusion[(wanted?.[at] ?? 0) > HOLDS ? 1 : 0];
    const said = (given[at] ?? 0) > HOLDS ? 1 : 0;
    if (row !== undefined) row[said] = (row[said] ?? 0) + 1;
  }
  return classFigures({ confusion })[1];
}
