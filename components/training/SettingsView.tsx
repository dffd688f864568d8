'use client';

import { useWorkspace } from '@/components/state/use-workspace';
import { BackendSection } from '@/components/training/BackendSection';
import { DatasetSection } from '@/components/training/DatasetSection';
import { OptimizerSection } from '@/components/training/OptimizerSection';
import { RunSection } from '@/components/training/RunSection';
import { useRun } from '@/components/training/use-run';
import { useMessages } from '@/components/ui/use-messages';
import { trainingMessages } from '@/lib/messages/training';
import { isActive } from '@/lib/state/run-state';
import styles from '@/components/training/settings.module.css';

/** What the design is trained on and how: part of the document, so undo takes every change back. */
export function SettingsView() {
  const t = useMessages(trainingMessages).settings;
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  const isRunning = useRun(({ phase }) => isActive(phase));
  return (
    <section className={styles.settings} aria-label={t.title}>
      <fieldset className={styles.fields} disabled={isReadOnly}>
        {isRunning && <p className={styles.hint}>{t.duringRun}</p>}
        <DatasetSection />
        <RunSection />
        <OptimizerSection />
      </fieldset>
      <BackendSection />
    </section>
  );
}
