'use client';

import { ChoiceSetting } from '@/components/training/ChoiceSetting';
import { useSettings } from '@/components/training/use-settings';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { DATASETS, datasetById } from '@/lib/datasets/registry';
import { targetWidth, type Dataset } from '@/lib/datasets/dataset';
import { formatCount } from '@/lib/messages/figures';
import { trainingMessages } from '@/lib/messages/training';
import styles from '@/components/training/settings.module.css';

/** Which data, how many, and under which licence. */
export function DatasetSection() {
  const t = useMessages(trainingMessages).settings;
  const [settings, change] = useSettings();
  const dataset = datasetById(settings.dataset);
  const known = DATASETS.map(({ id, title }) => ({ value: id, label: title }));
  // The design may be meant for a data set that is not here; it can be left, but not chosen.
  const options = dataset === undefined ? [{ value: settings.dataset, label: t.noDataset }, ...known] : known;
  return (
    <>
      <ChoiceSetting
        label={t.dataset}
        value={settings.dataset}
        options={options}
        hint={dataset === undefined ? t.chooseDataset : undefined}
        onChange={(id) => change({ dataset: id }, 'dataset')}
      />
      {dataset !== undefined && <DatasetFacts dataset={dataset} />}
    </>
  );
}

function DatasetFacts({ dataset }: { readonly dataset: Dataset }) {
  const t = useMessages(trainingMessages).settings;
  const locale = useLocale();
  const { training, test, licence } = dataset;
  const count = (value: number) => formatCount(locale, value);
  return (
    <p className={styles.hint}>
      {t.datasetCounts(count(training.count), count(test.count), count(targetWidth(dataset.targets[0])))}.{' '}
      {licence !== null && (
        <span title={licence.credit}>
          {t.licence}:{' '}
          <a href={licence.url} target="_blank" rel="noreferrer">
            {licence.name}
          </a>
        </span>
      )}
    </p>
  );
}
