'use client';

import { useMemo, useState } from 'react';
import { EmptyView } from '@/components/training/EmptyView';
import { SampleDetail } from '@/components/training/SampleDetail';
import { SampleFilters } from '@/components/training/SampleFilters';
import { SampleGrid } from '@/components/training/SampleGrid';
import { TestWeights } from '@/components/training/TestWeights';
import { useCanAsk } from '@/components/training/use-can-ask';
import { useRun } from '@/components/training/use-run';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { classesOf, type Dataset } from '@/lib/datasets/dataset';
import { trainingResultMessages } from '@/lib/messages/training-results';
import { EVERY_SAMPLE, matchingSamples, type SampleFilter } from '@/lib/state/test-figures';
import type { TestReport } from '@/lib/training/protocol';
import styles from '@/components/training/samples.module.css';

const PER_PAGE = 40;

interface SamplesViewProps {
  readonly filter: SampleFilter;
  readonly onFilter: (filter: SampleFilter) => void;
}

/** The test pictures, what the network makes of them, and those it gets wrong. */
export function SamplesView(props: SamplesViewProps) {
  const t = useMessages(trainingResultMessages).samples;
  const canAsk = useCanAsk();
  const report = useRun((run) => run.report);
  const dataset = useRun((run) => run.subject?.dataset ?? null);
  if (dataset === null || (report === null && !canAsk))
    return (
      <EmptyView title={t.empty} text={t.emptyText} icon="eye">
        <TestWeights />
      </EmptyView>
    );
  return <Browser {...props} report={report} dataset={dataset} />;
}

interface BrowserProps extends SamplesViewProps {
  readonly report: TestReport | null;
  readonly dataset: Dataset;
}

function Browser({ filter, onFilter, report, dataset }: BrowserProps) {
  const t = useMessages(trainingResultMessages).samples;
  const [page, setPage] = useState(0);
  const [selected, setSelected] = useState<number | null>(null);
  const matching = useMatching(report, filter, dataset.test.count);
  const pages = Math.max(1, Math.ceil(matching.length / PER_PAGE));
  const shownPage = Math.min(page, pages - 1);
  const indices = matching.slice(shownPage * PER_PAGE, (shownPage + 1) * PER_PAGE);

  const showNumber = (index: number) => {
    onFilter(EVERY_SAMPLE);
    setPage(Math.floor(index / PER_PAGE));
    setSelected(index);
  };
  const changeFilter = (changed: SampleFilter) => {
    onFilter(changed);
    setPage(0);
  };

  return (
    <div className={styles.samples}>
      <SampleFilters
        filter={filter}
        onFilter={changeFilter}
        onNumber={showNumber}
        classes={classesOf(dataset)}
        last={dataset.test.count - 1}
        canFilter={report !== null}
        found={matching.length}
        paging={{ page: shownPage, pages, onPage: setPage }}
      />
      <div className={styles.browser}>
        {matching.length === 0 ? (
          <div className={styles.none}>
            <p>{t.none}</p>
            <Button onClick={() => changeFilter(EVERY_SAMPLE)}>{t.clear}</Button>
          </div>
        ) : (
          <SampleGrid
            indices={indices}
            dataset={dataset}
            occasion={report}
            selected={selected}
            onSelect={setSelected}
          />
        )}
        <SampleDetail index={selected} dataset={dataset} occasion={report} />
      </div>
    </div>
  );
}

function useMatching(report: TestReport | null, filter: SampleFilter, count: number): readonly number[] {
  return useMemo(
    () => (report === null ? Array.from({ length: count }, (_, index) => index) : matchingSamples(report, filter)),
    [report, filter, count],
  );
}
