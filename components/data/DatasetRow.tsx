'use client';

import { useRef, useState, type FormEvent } from 'react';
import { balanceText, factsText } from '@/components/data/dataset-text';
import { datasetLibrary } from '@/components/data/dataset-library';
import { RemoveDataset } from '@/components/data/RemoveDataset';
import { SampleStrip } from '@/components/data/SampleStrip';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { Dataset } from '@/lib/datasets/dataset';
import { datasetMessages } from '@/lib/messages/datasets';
import { formatBytes, formatCount } from '@/lib/messages/figures';
import type { KeptDataset } from '@/lib/state/datasets';
import styles from '@/components/data/data.module.css';

interface DatasetRowProps {
  readonly dataset: Dataset;
  /** Null for one that comes with the product. */
  readonly own: KeptDataset | null;
  readonly onNews: (news: string) => void;
}

type Doing = 'renaming' | 'removing' | null;

/** One data set: how it looks, what it is, and what can be done with it. */
export function DatasetRow({ dataset, own, onNews }: DatasetRowProps) {
  const t = useMessages(datasetMessages);
  const [doing, setDoing] = useState<Doing>(null);
  const row = useRef<HTMLLIElement>(null);
  const end = (news: string) => {
    onNews(news);
    setDoing(null);
    // The form that had the focus is gone.
    row.current?.querySelector<HTMLElement>('[data-rename]')?.focus();
  };
  return (
    <li ref={row} className={styles.dataset}>
      <SampleStrip dataset={dataset} />
      <div className={styles.about}>
        {doing === 'renaming' ? <RenameForm dataset={dataset} onEnd={end} /> : <h4>{dataset.title}</h4>}
        <Facts dataset={dataset} own={own} />
      </div>
      <div className={styles.buttons}>
        <UseButton dataset={dataset} />
        {own !== null && (
          <>
            <Button
              look="quiet"
              icon="pencil"
              data-rename
              aria-label={t.list.renameLabel(dataset.title)}
              onClick={() => setDoing('renaming')}
            >
              {t.list.rename}
            </Button>
            <Button
              look="quiet"
              icon="trash"
              aria-label={t.list.removeLabel(dataset.title)}
              onClick={() => setDoing('removing')}
            >
              {t.list.remove}
            </Button>
          </>
        )}
      </div>
      {doing === 'removing' && own !== null && <RemoveDataset own={own} onEnd={end} />}
    </li>
  );
}

function Facts({ dataset, own }: Pick<DatasetRowProps, 'dataset' | 'own'>) {
  const t = useMessages(datasetMessages);
  const locale = useLocale();
  const { licence, isSynthetic } = dataset;
  const balance = own === null ? null : balanceText(own.balance, locale);
  const skipped = own?.skipped.count ?? 0;
  return (
    <>
      <p>{factsText(dataset, locale)}</p>
      <p className={styles.hint}>
        {own === null ? t.list.builtIn : t.list.own(formatBytes(locale, own.bytes))}
        {skipped > 0 && `; ${t.facts.skipped(formatCount(locale, skipped))}`}
        {isSynthetic && (
          <strong className={styles.synthetic}>
            <Icon name="hint" size={12} /> {t.list.synthetic}
          </strong>
        )}
        {licence !== null && (
          <>
            {'; '}
            <span title={licence.credit}>
              {t.list.licence}{' '}
              <a href={licence.url} target="_blank" rel="noreferrer">
                {licence.name}
              </a>
            </span>
          </>
        )}
      </p>
      {balance !== null && <p className={styles.hint}>{balance}</p>}
    </>
  );
}

function UseButton({ dataset: { id, title } }: Pick<DatasetRowProps, 'dataset'>) {
  const t = useMessages(datasetMessages).list;
  const { apply } = useWorkspaceActions();
  const isUsed = useWorkspace(({ document }) => document.training.dataset === id);
  const canUse = useWorkspace(({ saveState }) => saveState !== 'elsewhere' && saveState !== 'loading');
  if (isUsed) {
    return (
      <span className={styles.used}>
        <Icon name="check" size={14} /> {t.inUse}
      </span>
    );
  }
  return (
    <Button
      disabled={!canUse}
      aria-label={t.useLabel(title)}
      onClick={() => apply({ kind: 'set-training', settings: { dataset: id } })}
    >
      {t.use}
    </Button>
  );
}

interface RenameFormProps {
  readonly dataset: Dataset;
  readonly onEnd: (news: string) => void;
}

function RenameForm({ dataset: { id, title }, onEnd }: RenameFormProps) {
  const t = useMessages(datasetMessages).list;
  const library = datasetLibrary(useDesigner());
  const [name, setName] = useState(title);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '' || wanted === title) return onEnd('');
    onEnd((await library.rename(id, wanted)) ? t.renamed(wanted) : t.failed);
  };
  return (
    <form className={styles.row} onSubmit={(event) => void save(event)}>
      <input
        type="text"
        autoFocus
        aria-label={t.name}
        value={name}
        maxLength={80}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // Of the form, not of the dialog around it.
          event.preventDefault();
          event.stopPropagation();
          onEnd('');
        }}
      />
      <Button type="submit">{t.save}</Button>
    </form>
  );
}
