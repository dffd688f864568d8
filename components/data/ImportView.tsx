'use client';

import { useState } from 'react';
import { useStore } from 'zustand';
import { ArrayForm } from '@/components/data/ArrayForm';
import { BalanceChart } from '@/components/data/BalanceChart';
import { FailureNotice } from '@/components/data/FailureNotice';
import { FoundView } from '@/components/data/FoundView';
import { KeepBar } from '@/components/data/KeepBar';
import { PictureForm } from '@/components/data/PictureForm';
import { PreviewView } from '@/components/data/PreviewView';
import { SplitForm } from '@/components/data/SplitForm';
import { TableForm } from '@/components/data/TableForm';
import { useMessages } from '@/components/ui/use-messages';
import { datasetMessages } from '@/lib/messages/datasets';
import { MOST_TITLE, type DatasetImport } from '@/lib/state/dataset-import';
import styles from '@/components/data/data.module.css';

/** What was found, how it is kept, and how that looks; then keeping it. */
export function ImportView({ session }: { readonly session: DatasetImport }) {
  const t = useMessages(datasetMessages);
  const { found, options, preview, isPreviewing, failure, phase } = useStore(session.store);
  const [isUsed, setUsed] = useState(true);
  if (found === null || options === null) return null;
  const form = { found, options, onChange: session.choose };
  return (
    <>
      <div className={styles.import}>
        <div className={styles.choices}>
          <FoundView {...form} />
          <fieldset className={styles.form} disabled={phase !== 'choosing'}>
            <legend>{t.how.title}</legend>
            <label className={styles.field}>
              {t.how.name}
              <input
                type="text"
                value={options.title}
                maxLength={MOST_TITLE}
                required
                aria-invalid={options.title.trim() === ''}
                onChange={({ target }) => session.choose({ ...options, title: target.value })}
              />
            </label>
            <TableForm {...form} onHeader={session.lookAgain} />
            <ArrayForm {...form} />
            <PictureForm {...form} />
            <SplitForm {...form} />
          </fieldset>
        </div>
        <section className={styles.preview} aria-label={t.preview.title} aria-busy={isPreviewing}>
          <h3>{t.preview.title}</h3>
          {failure !== null && <FailureNotice failure={failure} />}
          {preview === null ? (
            isPreviewing && <p role="status">{t.preview.making}</p>
          ) : (
            <>
              <PreviewView preview={preview} />
              <BalanceChart balance={preview.balance} />
            </>
          )}
        </section>
      </div>
      <KeepBar session={session} isUsed={isUsed} onUsed={setUsed} />
    </>
  );
}
