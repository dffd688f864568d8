'use client';

import { OverlayView } from '@/components/runs/OverlayView';
import { ParallelView } from '@/components/runs/ParallelView';
import { Tabs } from '@/components/ui/Tabs';
import type { ShownRuns } from '@/components/runs/use-shown-runs';
import { ValuesView } from '@/components/runs/ValuesView';
import { setView, useView } from '@/components/runs/view-state';
import { useMessages } from '@/components/ui/use-messages';
import { runsMessages } from '@/lib/messages/runs';
import styles from '@/components/runs/list.module.css';

/** The chosen runs: their curves over each other, their values side by side. */
export function ShownView({ shown }: { readonly shown: ShownRuns }) {
  const t = useMessages(runsMessages).shown;
  const view = useView((state) => state.view);
  const hasNone = shown.runs.length === 0;
  return (
    <section className={styles.shown} aria-label={t.label}>
      {hasNone ? (
        <p className={styles.notice}>{shown.isReading ? t.loading : t.none}</p>
      ) : (
        <Tabs
          label={t.label}
          views={[
            ['curves', t.curves],
            ['values', t.values],
            ['parallel', t.parallel],
          ]}
          view={view}
          onView={(next) => setView({ view: next })}
        >
          {view === 'curves' && <OverlayView shown={shown} />}
          {view === 'values' && <ValuesView shown={shown} />}
          {view === 'parallel' && <ParallelView shown={shown} />}
        </Tabs>
      )}
    </section>
  );
}
