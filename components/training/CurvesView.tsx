'use client';

import { useState } from 'react';
import { EpochTable } from '@/components/training/EpochTable';
import { RunCharts } from '@/components/training/RunCharts';
import { EmptyView } from '@/components/training/EmptyView';
import { useRun } from '@/components/training/use-run';
import { CurveLegend } from '@/components/charts/CurveLegend';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { trainingMessages } from '@/lib/messages/training';
import { isActive } from '@/lib/state/run-state';
import styles from '@/components/training/curves.module.css';

/** Loss and accuracy as the run goes, drawn or as a table of epochs. */
export function CurvesView() {
  const t = useMessages(trainingMessages).curves;
  const [isTable, setTable] = useState(false);
  const hasRun = useRun(({ phase, series }) => isActive(phase) || series.length > 0);
  if (!hasRun) return <EmptyView title={t.empty} text={t.emptyText} icon="training" />;
  return (
    <div className={styles.curves}>
      <div className={styles.head}>
        <CurveLegend names={[t.batch, t.smoothed, t.training, t.validation]} />
        <Button look="quiet" icon={isTable ? 'training' : 'summary'} onClick={() => setTable(!isTable)}>
          {isTable ? t.asChart : t.asTable}
        </Button>
      </div>
      {isTable ? <EpochTable /> : <RunCharts />}
    </div>
  );
}
