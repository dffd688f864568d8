'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { RunsToolbar } from '@/components/runs/RunsToolbar';
import { RunsView } from '@/components/runs/RunsView';
import { Tabs } from '@/components/ui/Tabs';
import { PanelLoading } from '@/components/shell/PanelLoading';
import { useMessages } from '@/components/ui/use-messages';
import { runsMessages } from '@/lib/messages/runs';
import styles from '@/components/runs/runs.module.css';

const StudiesView = dynamic(() => import('@/components/study/StudiesView'), { ssr: false, loading: PanelLoading });

type View = 'runs' | 'studies';
/** Outlives the panel, which is gone while another one is open. */
let lastView: View = 'runs';

/** Every run of this browser, and studies made of many. */
export function RunsPanel() {
  const t = useMessages(runsMessages).views;
  const [view, setView] = useState<View>(lastView);
  const show = (next: View) => {
    lastView = next;
    setView(next);
  };
  return (
    <div className={styles.panel}>
      <Tabs
        label={t.label}
        views={[
          ['runs', t.runs],
          ['studies', t.studies],
        ]}
        view={view}
        onView={show}
        tools={view === 'runs' && <RunsToolbar />}
      >
        {view === 'runs' ? <RunsView /> : <StudiesView />}
      </Tabs>
    </div>
  );
}
