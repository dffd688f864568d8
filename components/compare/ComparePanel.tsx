'use client';

import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { FEWEST_DESIGNS } from '@/lib/analysis/compare/limits';
import { compareMessages } from '@/lib/messages/compare';
import { CompareBar } from '@/components/compare/CompareBar';
import { CompareTabs, type CompareView } from '@/components/compare/CompareTabs';
import { DesignChooser } from '@/components/compare/DesignChooser';
import { LayerTable } from '@/components/compare/LayerTable';
import { Overview } from '@/components/compare/Overview';
import { startingSources } from '@/components/compare/starting-sources';
import { useComparison } from '@/components/compare/use-comparison';
import { useDesigner } from '@/components/state/designer-context';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/compare/compare.module.css';

/** Two to six designs side by side, over the canvas; the properties beside it still edit the open design. */
export function ComparePanel() {
  const { comparing, workspace } = useDesigner();
  const words = useMessages(compareMessages);
  const sources = useStore(comparing.store, (state) => state.sources);
  const [view, setView] = useState<CompareView>('overview');
  const [batchSize, setBatchSize] = useState(1);
  const { comparison, hasFailed, realign } = useComparison(sources, batchSize);
  const root = useRef<HTMLDivElement>(null);

  const begin = useEffectEvent(() => {
    if (sources.length < FEWEST_DESIGNS) comparing.choose(startingSources(sources, workspace.store.getState()));
    root.current?.focus();
  });
  useEffect(() => begin(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    comparing.close();
  };

  return (
    <div ref={root} tabIndex={-1} className={styles.panel} onKeyDown={onKeyDown}>
      <CompareBar comparison={comparison} batchSize={batchSize} onBatchSize={setBatchSize} onClose={comparing.close} />
      <DesignChooser sources={sources} designs={comparison?.designs ?? []} />
      {hasFailed && (
        <p role="alert" className={styles.notice}>
          {words.failed}
        </p>
      )}
      {comparison === null ? (
        <p className={styles.notice}>
          {sources.length < FEWEST_DESIGNS ? words.choose.tooFew : hasFailed ? null : words.working}
        </p>
      ) : (
        <CompareTabs view={view} onView={setView}>
          {view === 'overview' ? (
            <Overview comparison={comparison} sources={sources} />
          ) : (
            <LayerTable comparison={comparison} sources={sources} onRealign={realign} />
          )}
        </CompareTabs>
      )}
    </div>
  );
}
