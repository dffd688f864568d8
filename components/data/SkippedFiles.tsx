'use client';

import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { SkippedFile } from '@/lib/datasets/import/import-problem';
import { datasetMessages } from '@/lib/messages/datasets';
import { formatCount } from '@/lib/messages/figures';
import styles from '@/components/data/data.module.css';

const MOST_LISTED = 200;

interface SkippedFilesProps {
  readonly files: readonly SkippedFile[];
  /** Where more were left out than are known by name. */
  readonly count?: number;
}

/** What is left out, each with the reason; nothing where nothing is. */
export function SkippedFiles({ files, count = files.length }: SkippedFilesProps) {
  const t = useMessages(datasetMessages);
  const locale = useLocale();
  if (count === 0) return null;
  const more = count - Math.min(files.length, MOST_LISTED);
  return (
    <details className={styles.skipped} open={count <= 5}>
      <summary>{t.found.skipped(formatCount(locale, count))}</summary>
      <ul>
        {files.slice(0, MOST_LISTED).map(({ name, reason, detail }, index) => (
          <li key={index}>
            <span>{name}</span> {t.reasons[reason]}
            {detail !== '' && <small> ({detail})</small>}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t.found.more(formatCount(locale, more))}</p>}
    </details>
  );
}
