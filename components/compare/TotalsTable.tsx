'use client';

import { PUBLISHED_ACCURACIES } from '@/lib/document/templates/published-accuracy';
import type { Comparison } from '@/lib/analysis/compare/compare-designs';
import { totalLines, type TotalCell } from '@/lib/analysis/compare/report/totals-table';
import { compareMessages } from '@/lib/messages/compare';
import { formatDecimal } from '@/lib/messages/measures';
import { sourceKey, type ComparedSource } from '@/lib/state/comparing';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import styles from '@/components/compare/overview.module.css';

interface TotalsTableProps {
  readonly comparison: Comparison;
  readonly sources: readonly ComparedSource[];
}

export function TotalsTable({ comparison, sources }: TotalsTableProps) {
  const words = useMessages(compareMessages);
  const accuracies = useAccuracies(comparison, sources);
  const lines = totalLines(comparison, words);
  return (
    <section aria-label={words.views.totals}>
      <div className={styles.wide} tabIndex={0} role="region" aria-label={words.totals.caption}>
        <table className={styles.totals}>
          <caption className="visually-hidden">{words.totals.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.totals.figure}</th>
              {comparison.designs.map(({ key, name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ figure, label, cells }) => (
              <tr key={figure}>
                <th scope="row">{label}</th>
                {cells.map((cell, index) => (
                  <td key={comparison.designs[index]?.key ?? index}>
                    <TotalValue cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
            {accuracies.some((accuracy) => accuracy !== null) && (
              <tr>
                <th scope="row">{words.totals.accuracy}</th>
                {accuracies.map((accuracy, index) => (
                  <td key={comparison.designs[index]?.key ?? index}>
                    {accuracy === null ? words.none : words.share(accuracy.percent)}
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {accuracies.map(
        (accuracy) =>
          accuracy !== null && (
            <p key={accuracy.name} className={styles.source}>
              {words.accuracySource(accuracy.name, accuracy.percent, accuracy.source)}
            </p>
          ),
      )}
    </section>
  );
}

function TotalValue({ cell: { value, delta, ratio } }: { readonly cell: TotalCell }) {
  return (
    <>
      <span className={styles.value}>{value}</span>
      {delta !== null && <span className={styles.delta}>{delta}</span>}
      {ratio !== null && <span className={styles.delta}>{ratio}</span>}
    </>
  );
}

/** Of unchanged templates only, one per design. */
function useAccuracies({ designs }: Comparison, sources: readonly ComparedSource[]) {
  const locale = useLocale();
  return designs.map(({ key, name }) => {
    const source = sources.find((other) => sourceKey(other) === key);
    const published = source?.kind === 'template' ? PUBLISHED_ACCURACIES[source.id] : undefined;
    return published === undefined
      ? null
      : { name, percent: formatDecimal(locale, published.top1, 3), source: published.source };
  });
}
