'use client';

import { useStore } from 'zustand';
import { useFirstFocus } from '@/components/data/use-first-focus';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { datasetMessages } from '@/lib/messages/datasets';
import { formatCount } from '@/lib/messages/figures';
import type { DatasetImport } from '@/lib/state/dataset-import';
import styles from '@/components/data/data.module.css';

/** While the files are being looked at, which takes seconds for tens of thousands. */
export function LookingView({ session }: { readonly session: DatasetImport }) {
  const t = useMessages(datasetMessages).looking;
  const locale = useLocale();
  const heading = useFirstFocus<HTMLHeadingElement>();
  const progress = useStore(session.store, (state) => state.progress);
  return (
    <section className={styles.looking} aria-label={t.title}>
      <h3 ref={heading} tabIndex={-1}>
        {t.title}
      </h3>
      <progress aria-label={t.title} {...(progress === null ? {} : { value: progress.done, max: progress.total })} />
      {progress !== null && (
        <p className={styles.hint}>
          {t.progress(formatCount(locale, progress.done), formatCount(locale, progress.total))}
        </p>
      )}
      <Button icon="stop" onClick={session.stop}>
        {t.stop}
      </Button>
    </section>
  );
}
