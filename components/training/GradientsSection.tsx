'use client';

import { ChoiceRow } from '@/components/training/settings/ChoiceRow';
import { NumberRows } from '@/components/training/settings/NumberRows';
import { SettingsGroup } from '@/components/training/settings/SettingsGroup';
import { differsFromDefault, useReset } from '@/components/training/settings/use-reset';
import { useSettings } from '@/components/training/use-settings';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { CLIPPINGS, DEFAULT_TRAINING, type TrainingSettings } from '@/lib/document/training-settings';
import { formatCount } from '@/lib/messages/figures';
import { formatConstant } from '@/lib/messages/measures';
import { trainingSettingsMessages, type TrainingSettingsMessages } from '@/lib/messages/training-settings';
import { accumulatedBatches } from '@/lib/training/schedule';
import styles from '@/components/training/settings/groups.module.css';

/** What becomes of gradients before a step: cut off, and averaged over batches. */
export function GradientsSection() {
  const t = useMessages(trainingSettingsMessages);
  const locale = useLocale();
  const [settings, change] = useSettings();
  const { gradients, batchSize } = settings;
  const reset = useReset(['gradients'], 'gradients');
  const count = (value: number) => formatCount(locale, value);
  return (
    <SettingsGroup
      name="gradients"
      summary={summaryOf(settings, t, count)}
      onReset={differsFromDefault(settings, ['gradients']) ? reset : null}
    >
      <ChoiceRow
        label={t.clipping.label}
        value={gradients.clipping}
        options={CLIPPINGS}
        names={t.clipping.options}
        hint={t.clipping.hints[gradients.clipping]}
        standard={DEFAULT_TRAINING.gradients.clipping}
        onChange={(clipping) => change({ gradients: { ...gradients, clipping } }, 'clipping')}
      />
      {gradients.clipping !== 'none' && <NumberRows specs={[{ part: 'gradients', name: 'clipAt' }]} />}
      <NumberRows
        specs={[
          { part: 'gradients', name: 'accumulate' },
          { part: 'gradients', name: 'doubleEvery' },
        ]}
      />
      <p className={styles.note} role="status">
        {gradients.doubleEvery === 0
          ? t.effectiveBatch(count(batchSize), count(gradients.accumulate), count(batchSize * gradients.accumulate))
          : t.growth(growthOf(settings).map(({ epoch, size }) => ({ epoch: count(epoch), size: count(size) })))}
      </p>
    </SettingsGroup>
  );
}

const MOST_STEPS = 6;

/** From which epoch on (counted from 1) how many samples make a step. */
function growthOf({ gradients, batchSize, epochs }: TrainingSettings) {
  const changes = Math.ceil(epochs / gradients.doubleEvery);
  return Array.from({ length: Math.min(changes, MOST_STEPS) }, (_, index) => {
    const epoch = index * gradients.doubleEvery;
    return { epoch: epoch + 1, size: batchSize * accumulatedBatches(gradients, epoch) };
  });
}

function summaryOf(
  { gradients }: TrainingSettings,
  { short }: TrainingSettingsMessages,
  count: (value: number) => string,
): string {
  const { clipping, clipAt, accumulate, doubleEvery } = gradients;
  const parts = [
    ...(clipping === 'none' ? [] : [short.clipped(formatConstant(clipAt))]),
    ...(accumulate > 1 || doubleEvery > 0 ? [short.accumulated(count(accumulate))] : []),
  ];
  return parts.length === 0 ? short.none : parts.join(', ');
}
