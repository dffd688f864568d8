'use client';

import { RunButtons } from '@/components/training/RunButtons';
import { RunNews } from '@/components/training/RunNews';
import { RunStatus } from '@/components/training/RunStatus';
import { useRun } from '@/components/training/use-run';
import { useScore } from '@/components/training/use-score';
import { useMessages } from '@/components/ui/use-messages';
import { trainingMessages } from '@/lib/messages/training';
import styles from '@/components/training/run-bar.module.css';

/** What is done, how far it is, and how well the network does: always in sight. */
export function RunBar({ onShowResults }: { readonly onShowResults: () => void }) {
  const t = useMessages(trainingMessages);
  return (
    <section className={styles.bar} aria-label={t.run.label}>
      <RunButtons />
      <RunStatus />
      <TestAccuracy onShowResults={onShowResults} />
      <RunNews />
    </section>
  );
}

function TestAccuracy({ onShowResults }: { readonly onShowResults: () => void }) {
  const { testTitle, format } = useScore();
  const accuracy = useRun(({ report }) => report?.accuracy ?? null);
  if (accuracy === null) return null;
  return (
    <button type="button" className={styles.accuracy} onClick={onShowResults}>
      <span>{testTitle}</span>
      <strong>{format(accuracy)}</strong>
    </button>
  );
}
