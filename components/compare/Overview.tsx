'use client';

import type { Comparison } from '@/lib/analysis/compare/compare-designs';
import { ratioSentences } from '@/lib/analysis/compare/report/totals-table';
import { compareMessages } from '@/lib/messages/compare';
import type { ComparedSource } from '@/lib/state/comparing';
import { DepthCharts } from '@/components/compare/DepthCharts';
import { ScatterChart } from '@/components/compare/ScatterChart';
import { TotalsTable } from '@/components/compare/TotalsTable';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/compare/overview.module.css';

interface OverviewProps {
  readonly comparison: Comparison;
  readonly sources: readonly ComparedSource[];
}

/** Ratios, totals, where things stand along the depth, parameters against MACs, and how it is all counted. */
export function Overview({ comparison, sources }: OverviewProps) {
  const words = useMessages(compareMessages);
  const { batchSize, optimizer } = comparison.conditions;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={words.views.overview}>
      <div className={styles.overview}>
        <ul className={styles.ratios} aria-live="polite">
          {ratioSentences(comparison, words).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <TotalsTable comparison={comparison} sources={sources} />
        <DepthCharts comparison={comparison} />
        <ScatterChart designs={comparison.designs} />
        <section className={styles.conventions} aria-label={words.conventionsTitle}>
          <h3>{words.conventionsTitle}</h3>
          <ul>
            {words.conventions(batchSize, optimizer.name).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}
