'use client';

import { useState } from 'react';
import { useStore } from 'zustand';
import { datasetLibrary } from '@/components/data/dataset-library';
import { DatasetRow } from '@/components/data/DatasetRow';
import { StorageUse } from '@/components/data/StorageUse';
import { useDesigner } from '@/components/state/designer-context';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { DATASETS } from '@/lib/datasets/registry';
import { datasetMessages } from '@/lib/messages/datasets';
import { formatBytes } from '@/lib/messages/figures';
import styles from '@/components/data/data.module.css';

/** Every data set there is, and what can be done with it. */
export function DatasetList() {
  const t = useMessages(datasetMessages);
  const locale = useLocale();
  const library = datasetLibrary(useDesigner());
  const { phase, kept, unreadable } = useStore(library.store);
  const [news, setNews] = useState('');
  return (
    <section className={styles.list} aria-label={t.list.label}>
      <h3>{t.list.label}</h3>
      <p role="status" className={styles.news}>
        {news}
      </p>
      {phase === 'barred' && <p className={styles.unclear}>{t.barred}</p>}
      <ul>
        {kept.map((own) => (
          <DatasetRow key={own.dataset.id} dataset={own.dataset} own={own} onNews={setNews} />
        ))}
        {DATASETS.map((dataset) => (
          <DatasetRow key={dataset.id} dataset={dataset} own={null} onNews={setNews} />
        ))}
        {unreadable.map(({ id, bytes }) => (
          <li key={id} className={styles.odd}>
            <span>{t.list.unreadable(id, formatBytes(locale, bytes))}</span>
            <Button
              icon="trash"
              aria-label={t.list.removeLabel(id)}
              onClick={() => void library.remove(id).then((done) => setNews(done ? t.list.removed(id) : t.list.failed))}
            >
              {t.list.remove}
            </Button>
          </li>
        ))}
      </ul>
      {phase === 'loading' && <p className={styles.hint}>{t.loading}</p>}
      {phase === 'ready' && kept.length === 0 && <p className={styles.hint}>{t.list.noOwn}</p>}
      <StorageUse />
    </section>
  );
}
