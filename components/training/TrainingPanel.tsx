'use client';

import { useEffect, useState } from 'react';
import { CurvesView } from '@/components/training/CurvesView';
import { HealthView } from '@/components/training/health/HealthView';
import { DrawView } from '@/components/training/DrawView';
import { PictureView } from '@/components/training/picture/PictureView';
import { ResultsView } from '@/components/training/ResultsView';
import { RunBar } from '@/components/training/RunBar';
import { RunNotices } from '@/components/training/RunNotices';
import { SamplesView } from '@/components/training/SamplesView';
import { SettingsView } from '@/components/training/SettingsView';
import { canDraw, useShownDataset } from '@/components/training/shown-data';
import { useIsNarrow } from '@/components/training/use-is-narrow';
import { useRun, useRunActions } from '@/components/training/use-run';
import { ViewTabs, type ViewName } from '@/components/training/ViewTabs';
import { EVERY_SAMPLE, type SampleFilter } from '@/lib/state/test-figures';
import styles from '@/components/training/training.module.css';

/** Below this width the settings are one of the views instead of standing beside them. */
const NARROW_PIXELS = 760;

/** Sets up, runs and watches training, and tries the trained network. */
export function TrainingPanel() {
  const actions = useRunActions();
  const [root, isNarrow] = useIsNarrow(NARROW_PIXELS);
  const [chosen, setView] = useState<ViewName>(useRun(({ report }) => (report === null ? 'curves' : 'results')));
  const [filter, setFilter] = useState<SampleFilter>(EVERY_SAMPLE);
  const dataset = useShownDataset();
  const isGone = (chosen === 'settings' && !isNarrow) || (chosen === 'draw' && dataset !== null && !canDraw(dataset));
  const view = isGone ? 'curves' : chosen;

  useEffect(() => void actions.probe(), [actions]);

  const showSamples = (shown: SampleFilter) => {
    setFilter(shown);
    setView('samples');
  };

  return (
    <div ref={root} className={styles.panel}>
      <RunBar onShowResults={() => setView('results')} />
      <RunNotices />
      <div className={styles.body}>
        {!isNarrow && (
          <div className={styles.side}>
            <SettingsView />
          </div>
        )}
        <ViewTabs view={view} onView={setView} hasSettings={isNarrow} dataset={dataset}>
          {view === 'settings' && <SettingsView />}
          {view === 'curves' && <CurvesView />}
          {view === 'health' && <HealthView />}
          {view === 'results' && <ResultsView onShowSamples={showSamples} />}
          {view === 'samples' && <SamplesView filter={filter} onFilter={setFilter} />}
          {view === 'picture' && <PictureView />}
          {view === 'draw' && <DrawView />}
        </ViewTabs>
      </div>
    </div>
  );
}
