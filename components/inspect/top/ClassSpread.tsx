'use client';

import { useMessages } from '@/components/ui/use-messages';
import { classSpread } from '@/lib/inspect/top-units';
import { inspectTopMessages } from '@/lib/messages/inspect-top';
import styles from '@/components/inspect/top/top.module.css';

interface ClassSpreadProps {
  /** Of the best samples. */
  readonly labels: readonly number[];
  readonly classes: readonly string[];
}

/** Which classes the best samples are of: a bar and words for each. */
export function ClassSpread({ labels, classes }: ClassSpreadProps) {
  const t = useMessages(inspectTopMessages);
  return (
    <section className={styles.spread} aria-label={t.spread}>
      <h4>{t.spread}</h4>
      <ul>
        {classSpread(labels).map(({ label, count }) => (
          <li key={label}>
            <span className={styles.bar} aria-hidden="true">
              <i style={{ width: `${(100 * count) / labels.length}%` }} />
            </span>
            {t.spreadRow(classes[label] ?? String(label), count, labels.length)}
          </li>
        ))}
      </ul>
    </section>
  );
}
