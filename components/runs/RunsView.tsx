'use client';

import { useMemo } from 'react';
import { RunsTable } from '@/components/runs/RunsTable';
import { ShownView } from '@/components/runs/ShownView';
import { useShownRuns } from '@/components/runs/use-shown-runs';
import { useView } from '@/components/runs/view-state';
import { useRuns } from '@/components/training/runs-session';
import { useMessages } from '@/components/ui/use-messages';
import { runsMessages } from '@/lib/messages/runs';
import { filterRuns, sortRuns } from '@/lib/runs/table/run-row';
import styles from '@/components/runs/list.module.css';

/** The list of runs and, beside it, those that are chosen laid over each other. */
export function RunsView() {
  const t = useMessages(runsMessages);
  const { records, isReady, isBarred } = useRuns(({ records, isReady, isBarred }) => ({ records, isReady, isBarred }));
  const [filter, sorting] = useView((state) => [state.filter, state.sorting] as const);
  const listed = useMemo(() => sortRuns(filterRuns(records, filter), sorting), [records, filter, sorting]);
  const shown = useShownRuns();
  if (!isReady) return <p className={styles.notice}>{t.shown.loading}</p>;
  return (
    <div className={styles.runs}>
      {isBarred && (
        <p role="status" className={styles.notice}>
          {t.list.barred}
        </p>
      )}
      {records.length === 0 ? (
        <div className={styles.empty}>
          <strong>{t.list.empty}</strong>
          <p>{t.list.emptyText}</p>
        </div>
      ) : (
        <div className={styles.split}>
          <RunsTable listed={listed} labels={shown.runs} />
          <ShownView shown={shown} />
        </div>
      )}
    </div>
  );
}
