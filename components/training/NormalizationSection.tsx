'use client';

import { ChoiceRow } from '@/components/training/settings/ChoiceRow';
import { useSettings } from '@/components/training/use-settings';
import { useMessages } from '@/components/ui/use-messages';
import { DEFAULT_TRAINING, NORMALIZATIONS } from '@/lib/document/training-settings';
import { trainingSettingsMessages } from '@/lib/messages/training-settings';

/** How the numbers of a sample are scaled before the network sees them. */
export function NormalizationSection() {
  const t = useMessages(trainingSettingsMessages).normalization;
  const [{ normalization }, change] = useSettings();
  return (
    <ChoiceRow
      label={t.label}
      value={normalization}
      options={NORMALIZATIONS}
      names={t.options}
      hint={t.hints[normalization]}
      standard={DEFAULT_TRAINING.normalization}
      onChange={(chosen) => change({ normalization: chosen }, 'normalization')}
    />
  );
}
