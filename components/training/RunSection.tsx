'use client';

import { NumberSetting } from '@/components/training/NumberSetting';
import { useSettings } from '@/components/training/use-settings';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { datasetById } from '@/lib/datasets/registry';
import { TRAINING_BOUNDS, type Bounds } from '@/lib/document/training-settings';
import { formatCount } from '@/lib/messages/figures';
import { trainingMessages } from '@/lib/messages/training';
import { batchesPerEpoch, splitCounts } from '@/lib/training/split-counts';
import styles from '@/components/training/settings.module.css';

const PLAIN = ['epochs', 'batchSize'] as const;
const SHARES = ['dataShare', 'validationShare'] as const;

/** How much is learned from, in which portions. Shares are shown in percent. */
export function RunSection() {
  const [settings, change] = useSettings();
  const bounds = TRAINING_BOUNDS.training;
  return (
    <div className={styles.grid}>
      {PLAIN.map((field) => (
        <NumberSetting
          key={field}
          field={field}
          value={settings[field]}
          bounds={bounds[field]}
          onChange={(value) => change({ [field]: value }, field)}
        />
      ))}
      {SHARES.map((field) => (
        <NumberSetting
          key={field}
          field={field}
          value={percent(settings[field])}
          bounds={percentBounds(bounds[field])}
          onChange={(value) => change({ [field]: share(value) }, field)}
        />
      ))}
      <SplitFacts />
    </div>
  );
}

function SplitFacts() {
  const t = useMessages(trainingMessages).settings;
  const locale = useLocale();
  const [settings] = useSettings();
  const dataset = datasetById(settings.dataset);
  if (dataset === undefined) return null;
  const { training, validation } = splitCounts(dataset.training.count, settings);
  const figures = [training, validation, batchesPerEpoch(dataset.training.count, settings)] as const;
  const [trained, validated, batches] = figures.map((figure) => formatCount(locale, figure));
  return <p className={`${styles.hint} ${styles.wide}`}>{t.split(trained ?? '', validated ?? '', batches ?? '')}</p>;
}

/** Without the dust of binary fractions: 0.07 is 7 %, not 7.000000000000001 %. */
function percent(value: number): number {
  return Number((value * 100).toPrecision(10));
}

function share(value: number): number {
  return Number((value / 100).toPrecision(10));
}

function percentBounds({ min, max }: Bounds): Bounds {
  return { min: percent(min), max: percent(max), whole: false };
}
