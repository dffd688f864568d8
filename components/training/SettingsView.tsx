'use client';

import { useWorkspace } from '@/components/state/use-workspace';
import { AugmentationSection } from '@/components/training/AugmentationSection';
import { BackendSection } from '@/components/training/BackendSection';
import { CheckpointSection } from '@/components/training/CheckpointSection';
import { DatasetSection } from '@/components/training/DatasetSection';
import { GradientsSection } from '@/components/training/GradientsSection';
import { LossSection } from '@/components/training/LossSection';
import { NormalizationSection } from '@/components/training/NormalizationSection';
import { OptimizerSection } from '@/components/training/OptimizerSection';
import { RunSection } from '@/components/training/RunSection';
import { ScheduleSection } from '@/components/training/ScheduleSection';
import { SettingsGroup } from '@/components/training/settings/SettingsGroup';
import { differsFromDefault, useReset } from '@/components/training/settings/use-reset';
import { StartWeightsSection } from '@/components/training/StartWeightsSection';
import { StoppingSection } from '@/components/training/StoppingSection';
import { useSettings } from '@/components/training/use-settings';
import { useMessages } from '@/components/ui/use-messages';
import { trainingMessages } from '@/lib/messages/training';
import { trainingSettingsMessages } from '@/lib/messages/training-settings';
import styles from '@/components/training/settings.module.css';

/** What the design is trained on and how: part of the document, so undo takes every change back. */
export function SettingsView() {
  const t = useMessages(trainingMessages).settings;
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  return (
    <section className={styles.settings} aria-label={t.title}>
      <fieldset className={styles.fields} disabled={isReadOnly}>
        <DatasetSection />
        <NormalizationSection />
        <div>
          <AugmentationGroup />
          <RunSection />
          <LossSection />
          <OptimizerSection />
          <ScheduleSection />
          <GradientsSection />
          <StoppingSection />
        </div>
        <StartWeightsSection />
      </fieldset>
      <CheckpointSection />
      <BackendSection />
    </section>
  );
}

function AugmentationGroup() {
  const { short } = useMessages(trainingSettingsMessages);
  const [settings] = useSettings();
  const reset = useReset(['augmentation'], 'augmentation');
  return (
    <SettingsGroup
      name="augmentation"
      summary={settings.augmentation.isOn ? short.on : short.off}
      onReset={differsFromDefault(settings, ['augmentation']) ? reset : null}
    >
      <AugmentationSection />
    </SettingsGroup>
  );
}
