'use client';

import { NumberRows } from '@/components/training/settings/NumberRows';
import { RUN_SPECS } from '@/components/training/settings/number-specs';
import { SettingsGroup } from '@/components/training/settings/SettingsGroup';
import { differsFromDefault, useReset } from '@/components/training/settings/use-reset';
import { useSettings } from '@/components/training/use-settings';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { datasetById } from '@/lib/datasets/registry';
import { formatCount } from '@/lib/messages/figures';
import { trainingMessages } from '@/lib/messages/training';
import { trainingSettingsMessages } from '@/lib/messages/training-settings';
import { batchesPerEpoch, splitCounts } from '@/lib/training/split-counts';
import styles from '@/components/training/settings/groups.module.css';

const FIELDS = ['epochs', 'batchSize', 'dataShare', 'validationShare', 'seed'] as const;

/** How much is learned from, in which portions, and the seed of all that is random. Shares are shown in percent. */
export function RunSection() {
  const t = useMessages(trainingSettingsMessages);
  const locale = useLocale();
  const [settings] = useSettings();
  const reset = useReset(FIELDS, 'run');
  const { epochs, batchSize } = settings;
  return (
    <SettingsGroup
      name="run"
      summary={t.short.run(formatCount(locale, epochs), formatCount(locale, batchSize))}
      onReset={differsFromDefault(settings, FIELDS) ? reset : null}
    >
      <NumberRows specs={RUN_SPECS} />
      <SplitFacts />
    </SettingsGroup>
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
  return <p className={styles.note}>{t.split(trained ?? '', validated ?? '', batches ?? '')}</p>;
}
