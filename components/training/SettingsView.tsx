'use client';

import { useWorkspace } from '@/components/state/use-workspace';
import { AugmentationSection } from '@/components/training/AugmentationSection';
import { BackendSection } from '@/components/training/BackendSection';
import { DatasetSection } from '@/components/training/DatasetSection';
import { OptimizerSection } from '@/components/training/OptimizerSection';
import { RunSection } from '@/components/training/RunSection';
import { StartWeightsSection } from '@/components/training/StartWeightsSection';
import { useMessages } from '@/components/ui/use-messages';
import { trainingMessages } from '@/lib/messages/training';
import styles from '@/components/training/settings.module.css';

/** What the design is trained on and how: part of the document, so undo takes every change back. */
export function SettingsView() {
  const t = useMessages(trainingMessages).settings;
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  return (
    <section className={styles.settings} aria-label={t.title}>
      <fieldset className={styles.fields} disabled={isReadOnly}>
        <DatasetSection />
        <AugmentationSection />
        <RunSection />
        <OptimizerSection />
        <StartWeightsSection />
      </fieldset>
      <BackendSection />
    </section>
  );
}
