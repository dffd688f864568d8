'use client';

import { formatBytes, formatCount } from '@/lib/messages/figures';
import { panelMessages } from '@/lib/messages/panels';
import { useWorkspace } from '@/components/state/use-workspace';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import styles from '@/components/summary/summary.module.css';

/** What the network takes up: its weights, and the whole while it is used and while it is trained. */
export function MemoryFigures() {
  const locale = useLocale();
  const words = useMessages(panelMessages).summary;
  const { complete, memory } = useWorkspace(({ analysis }) => analysis.totals);
  const batch = formatCount(
    locale,
    useWorkspace(({ document }) => document.training.batchSize),
  );
  const figures: readonly (readonly [string, number])[] = [
    [words.weights, memory.weights],
    [words.memoryInference(batch), memory.inference],
    [words.memoryTraining(batch), memory.training],
  ];
  return (
    <dl className={styles.memory} aria-label={words.memory}>
      {figures.map(([label, bytes]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{complete ? formatBytes(locale, bytes) : '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
