'use client';

import { useEffect, useState } from 'react';
import { datasetLibrary } from '@/components/data/dataset-library';
import { findUses, type DatasetUses } from '@/components/data/find-uses';
import { useFirstFocus } from '@/components/data/use-first-focus';
import { useDesigner } from '@/components/state/designer-context';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { datasetMessages } from '@/lib/messages/datasets';
import { formatBytes, formatCount } from '@/lib/messages/figures';
import { uiMessages } from '@/lib/messages/ui';
import type { KeptDataset } from '@/lib/state/datasets';
import styles from '@/components/data/data.module.css';

interface RemoveDatasetProps {
  readonly own: KeptDataset;
  readonly onEnd: (news: string) => void;
}

const MOST_NAMED = 5;

/** Asked before a data set is deleted, since that cannot be undone: what would miss it. */
export function RemoveDataset({ own: { dataset, bytes }, onEnd }: RemoveDatasetProps) {
  const t = useMessages(datasetMessages);
  const ui = useMessages(uiMessages);
  const locale = useLocale();
  const designer = useDesigner();
  const cancel = useFirstFocus<HTMLButtonElement>();
  const [uses, setUses] = useState<DatasetUses | null>(null);
  const { id, title } = dataset;
  useEffect(() => {
    let isOver = false;
    void findUses(designer, id).then((found) => {
      if (!isOver) setUses(found);
    });
    return () => {
      isOver = true;
    };
  }, [designer, id]);
  const remove = async () => {
    const isDone = await datasetLibrary(designer).remove(id);
    onEnd(isDone ? t.list.removed(title) : t.list.failed);
  };
  return (
    <div role="alertdialog" aria-label={t.remove.title(title)} className={styles.ask}>
      <strong>{t.remove.title(title)}</strong>
      <p>{t.remove.text(formatBytes(locale, bytes))}</p>
      {uses === null ? (
        <p>{t.remove.looking}</p>
      ) : (
        <>
          {uses.designs.length > 0 && <p>{t.remove.designs(named(uses.designs))}</p>}
          {uses.runs > 0 && <p>{t.remove.runs(formatCount(locale, uses.runs))}</p>}
          {uses.designs.length === 0 && uses.runs === 0 && <p>{t.remove.none}</p>}
        </>
      )}
      <div className={styles.row}>
        <Button ref={cancel} onClick={() => onEnd('')}>
          {ui.cancel}
        </Button>
        <Button look="danger" icon="trash" onClick={() => void remove()}>
          {t.remove.confirm}
        </Button>
      </div>
    </div>
  );
}

function named(designs: readonly string[]): string {
  const names = designs.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  return names.join(', ') + (designs.length > MOST_NAMED ? ' …' : '');
}
