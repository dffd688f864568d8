'use client';

import type { CSSProperties } from 'react';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatDecimal } from '@/lib/messages/measures';
import { trainingResultMessages } from '@/lib/messages/training-results';
import styles from '@/components/training/samples.module.css';

interface ProbabilityBarsProps {
  readonly probabilities: readonly number[] | null;
  readonly classes: readonly string[];
  readonly truth?: number | undefined;
}

/** How sure the network is of each class; the highest stands out, the truth is named where it is known. */
export function ProbabilityBars({ probabilities, classes, truth }: ProbabilityBarsProps) {
  const t = useMessages(trainingResultMessages);
  const locale = useLocale();
  const best = probabilities === null ? -1 : probabilities.indexOf(Math.max(...probabilities));
  return (
    <ol className={styles.bars} data-truth={truth !== undefined} aria-label={t.probabilities.title}>
      {classes.map((name, label) => {
        const share = probabilities?.[label] ?? 0;
        return (
          <li key={name} data-best={label === best} style={{ '--share': `${share * 100}%` } as CSSProperties}>
            <span className={styles.barName}>{name}</span>
            <span className={styles.track} />
            <span className={styles.barShare}>
              {probabilities === null ? '–' : `${formatDecimal(locale, share * 100, 1)}\u00a0%`}
            </span>
            {label === truth && <span className={styles.barNote}>{t.samples.truth}</span>}
          </li>
        );
      })}
    </ol>
  );
}
