'use client';

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { datasetLibrary } from '@/components/data/dataset-library';
import { balanceText, factsText } from '@/components/data/dataset-text';
import { fitDesign, nextFit } from '@/components/data/fit-design';
import { useDatasets } from '@/components/data/use-datasets';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { ChoiceSetting } from '@/components/training/ChoiceSetting';
import { useSettings } from '@/components/training/use-settings';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { titleInId } from '@/lib/datasets/dataset-id';
import type { Dataset } from '@/lib/datasets/dataset';
import { NO_DATASET } from '@/lib/document/training-settings';
import { datasetMessages } from '@/lib/messages/datasets';
import styles from '@/components/training/settings.module.css';

/** Which data, what they are, and whether the design fits them. */
export function DatasetSection() {
  const t = useMessages(datasetMessages).section;
  const designer = useDesigner();
  const [settings, change] = useSettings();
  const datasets = useDatasets();
  const { dataset: id } = settings;
  const dataset = datasets.find((one) => one.id === id);
  useEffect(() => void datasetLibrary(designer).load(), [designer]);
  const known = datasets.map((one) => ({ value: one.id, label: one.title }));
  // The design may be meant for a data set that is not here; it can be left, but not chosen.
  const title = titleInId(id) ?? id;
  const absent = { value: id, label: id === NO_DATASET ? t.none : t.missingOption(title) };
  return (
    <>
      <ChoiceSetting
        label={t.label}
        value={id}
        options={dataset === undefined ? [absent, ...known] : known}
        hint={id === NO_DATASET ? t.choose : undefined}
        onChange={(chosen) => change({ dataset: chosen }, 'dataset')}
      />
      {dataset !== undefined && <DatasetFacts dataset={dataset} />}
      {dataset === undefined && id !== NO_DATASET && <Missing title={title} />}
      <div className={styles.buttons}>
        <Button onClick={() => designer.shell.open({ kind: 'datasets', files: [] })}>{t.manage}</Button>
      </div>
    </>
  );
}

function DatasetFacts({ dataset }: { readonly dataset: Dataset }) {
  const t = useMessages(datasetMessages);
  const locale = useLocale();
  const { kept } = useStore(datasetLibrary(useDesigner()).store);
  const { licence, isSynthetic, targets } = dataset;
  const own = kept.find((one) => one.dataset.id === dataset.id);
  const balance = own === undefined ? null : balanceText(own.balance, locale);
  const others = targets.slice(1).map(({ name }) => name);
  return (
    <>
      <p className={styles.hint}>
        {factsText(dataset, locale)}.{' '}
        {isSynthetic && (
          <strong>
            <Icon name="hint" size={12} /> {t.list.synthetic}.{' '}
          </strong>
        )}
        {licence !== null && (
          <span title={licence.credit}>
            {t.list.licence}:{' '}
            <a href={licence.url} target="_blank" rel="noreferrer">
              {licence.name}
            </a>
          </span>
        )}
      </p>
      {balance !== null && <p className={styles.hint}>{balance}</p>}
      {others.length > 0 && <p className={styles.hint}>{t.section.otherTargets(others.join(', '))}</p>}
      <Fitting />
    </>
  );
}

/** One click for what the problems panel says in several. */
function Fitting() {
  const t = useMessages(datasetMessages).section;
  const { workspace } = useDesigner();
  const canFit = useWorkspace(({ analysis }) => nextFit(analysis) !== null);
  if (!canFit) return null;
  return (
    <div className={styles.buttons} role="status">
      <span className={styles.problem}>
        <Icon name="error" size={12} /> {t.unfit}
      </span>
      <Button icon="wand" onClick={() => fitDesign(workspace)}>
        {t.fit}
      </Button>
    </div>
  );
}

function Missing({ title }: { readonly title: string }) {
  const t = useMessages(datasetMessages).section;
  const { shell } = useDesigner();
  return (
    <div role="status">
      <p className={styles.problem}>
        <Icon name="warning" size={12} /> {t.missing(title)}
      </p>
      <p className={styles.hint}>{t.missingHint}</p>
      <div className={styles.buttons}>
        <Button look="primary" icon="folder" onClick={() => shell.open({ kind: 'datasets', files: [] })}>
          {t.bring}
        </Button>
      </div>
    </div>
  );
}
