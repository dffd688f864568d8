'use client';

import { useMemo, useState } from 'react';
import { measuresOf, rankingBlocks } from '@/components/study/report-content';
import { saveReport } from '@/components/study/save-report';
import { StudyChart } from '@/components/study/StudyChart';
import { useStudies, useStudiesActions } from '@/components/study/study-session';
import { VariantNote } from '@/components/study/VariantList';
import { VariantTable } from '@/components/study/VariantTable';
import { useDesigner } from '@/components/state/designer-context';
import { useRun } from '@/components/training/use-run';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { studiesMessages } from '@/lib/messages/studies';
import { rankVariants } from '@/lib/runs/study/ranking';
import { drawnMeasures, studyLines } from '@/lib/runs/study/report/study-lines';
import { learnedKind } from '@/lib/training/learned-kind';
import { studyResults, type CurveMeasure } from '@/lib/runs/study/results';
import type { Study } from '@/lib/runs/study/study';
import styles from '@/components/study/study.module.css';

/** What came out of a study so far. */
export function StudyResults({ study }: { readonly study: Study }) {
  const t = useMessages(studiesMessages);
  const results = useMemo(() => studyResults(study), [study]);
  const over = study.jobs.filter(({ status }) => status !== 'waiting' && status !== 'running').length;
  return (
    <section aria-label={t.results.label} className={styles.results}>
      <div className={styles.bar}>
        <span>{t.results.progress(over, study.jobs.length)}</span>
        <ReportButtons study={study} />
      </div>
      <Curves study={study} />
      <VariantTable study={study} results={results} measures={measuresOf(results)} />
      <RankingText study={study} />
      <Unfinished study={study} />
      <LeftOutVariants study={study} />
    </section>
  );
}

function ReportButtons({ study }: { readonly study: Study }) {
  const t = useMessages(studiesMessages).results;
  const designer = useDesigner();
  const hasResults = study.jobs.some(({ result }) => result !== null);
  return (
    <div className={styles.buttons} role="group" aria-label={t.report}>
      {(['markdown', 'html'] as const).map((kind) => (
        <Button
          key={kind}
          icon="download"
          aria-label={`${t.report}: ${t[kind]}`}
          disabled={!hasResults}
          onClick={() => saveReport(designer, study, kind)}
        >
          {t[kind]}
        </Button>
      ))}
    </div>
  );
}

function Curves({ study }: { readonly study: Study }) {
  const t = useMessages(studiesMessages).results;
  const [measure, setMeasure] = useState<CurveMeasure>('loss');
  const current = useStudies((state) => state.current);
  const epochs = useRun((run) => run.epochs);
  const learns = useRun(({ subject }) => (subject === null ? undefined : learnedKind(subject.plan, subject)));
  const live = useMemo(() => {
    if (current === null || study.jobs.every(({ id }) => id !== current)) return null;
    return { job: current, learns, epochs: epochs.map((point) => ({ ...point, epoch: point.epoch - 1 })) };
  }, [study, current, epochs, learns]);
  const lines = useMemo(() => studyLines(study, measure, live), [study, measure, live]);
  const measures = useMemo(() => drawnMeasures(study, live), [study, live]);
  if (lines.every(({ series }) => series.xs.length === 0)) return <p className={styles.hint}>{t.noResults}</p>;
  return (
    <div className={styles.curves}>
      <label className={styles.check}>
        {t.chart}
        <select
          className={styles.choice}
          value={measure}
          onChange={(event) => setMeasure(measures.find((one) => one === event.target.value) ?? 'loss')}
        >
          {measures.map((one) => (
            <option key={one} value={one}>
              {t.measures[one]}
            </option>
          ))}
        </select>
      </label>
      <StudyChart measure={measure} lines={lines} />
    </div>
  );
}

function RankingText({ study }: { readonly study: Study }) {
  const locale = useLocale();
  const ranking = useMemo(() => rankVariants(studyResults(study)), [study]);
  if (ranking === null) return null;
  return rankingBlocks(ranking, locale).map((block) => {
    switch (block.kind) {
      case 'heading':
        return (
          <h3 key={block.text} className={styles.heading}>
            {block.text}
          </h3>
        );
      case 'text':
        return (
          <p key={block.text} className={styles.text}>
            {block.text}
          </p>
        );
      case 'list':
        return (
          <ol key="list" className={styles.places}>
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        );
      case 'table':
      case 'figure':
        return null;
    }
  });
}

/** Runs that failed, diverged or were taken out, with a way to do them again. */
function Unfinished({ study }: { readonly study: Study }) {
  const t = useMessages(studiesMessages);
  const actions = useStudiesActions();
  const jobs = study.jobs.filter(({ status }) => status === 'failed' || status === 'diverged' || status === 'stopped');
  if (jobs.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{t.results.unfinished}</h3>
      <ul className={styles.variants}>
        {jobs.map((job) => {
          const name = t.queue.job(job.variant, job.seed);
          return (
            <li key={job.id} className={styles.variant}>
              <span className={styles.grow}>
                {name}
                <small className={styles.bad}>
                  {t.statuses[job.status]}
                  {job.failure !== null && <>: {job.failure}</>}
                </small>
              </span>
              <Button onClick={() => void actions.putBack(job.id)}>{t.results.again(name)}</Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function LeftOutVariants({ study }: { readonly study: Study }) {
  const t = useMessages(studiesMessages).leftOut;
  const variants = study.variants.filter(({ plan }) => plan.kind === 'left-out');
  if (variants.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{t.title}</h3>
      <ul className={styles.variants}>
        {variants.map((variant) => (
          <li key={variant.name} className={styles.variant}>
            <span className={styles.grow}>
              <strong>{variant.name}</strong>
              <VariantNote variant={variant} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
