import { spreadOf, type Spread } from '@/lib/runs/study/statistics';
import type { JobResult, JobStatus, Study, StudyJob, StudyVariant } from '@/lib/runs/study/study';
import type { EpochMetrics } from '@/lib/training/protocol';

export const MEASURES = [
  'loss',
  'accuracy',
  'error',
  'validationLoss',
  'validationAccuracy',
  'validationError',
  'testLoss',
  'testAccuracy',
  'testError',
  'seconds',
] as const;
export type Measure = (typeof MEASURES)[number];

/** What came out of one variant, over the seeds that are through with their epochs. */
export interface VariantResult {
  readonly variant: StudyVariant;
  readonly params: number | null;
  readonly jobs: readonly StudyJob[];
  readonly counts: Readonly<Record<JobStatus, number>>;
  /** Epochs of the runs that the values are of. */
  readonly epochs: number;
  /** null: not measured yet. */
  readonly values: Readonly<Record<Measure, Spread | null>>;
}

/** Per epoch, from 1. */
export interface CurvePoint {
  readonly epoch: number;
  readonly spread: Spread;
}

/** Where values are learned the score is how far they are off, the mean absolute error; else the share that is right. */
export type CurveMeasure = 'loss' | 'accuracy' | 'error' | 'validationLoss' | 'validationAccuracy' | 'validationError';

/** The run whose epochs are still coming. */
export interface LiveEpochs {
  readonly job: string;
  readonly epochs: readonly EpochMetrics[];
  readonly learns?: JobResult['learns'] | undefined;
}

/** Of every variant that is run, in the study's order. */
export function studyResults(study: Study): readonly VariantResult[] {
  return study.variants
    .filter(({ plan }) => plan.kind === 'ready')
    .map((variant) =>
      variantResult(
        variant,
        study.jobs.filter((job) => job.variant === variant.name),
      ),
    );
}

function variantResult(variant: StudyVariant, jobs: readonly StudyJob[]): VariantResult {
  const done = finishedOf(jobs);
  const over = (measure: Measure) => spreadOf(done.flatMap((result) => valueOf(result, measure) ?? []));
  return {
    variant,
    params: variant.plan.kind === 'ready' ? variant.plan.params : null,
    jobs,
    counts: countsOf(jobs),
    epochs: Math.max(0, ...done.map(({ epochs }) => epochs.length)),
    values: Object.fromEntries(MEASURES.map((measure) => [measure, over(measure)])) as VariantResult['values'],
  };
}

/** Only runs that were not cut short can be compared; those dropped by halving have the epochs of their rung. */
function finishedOf(jobs: readonly StudyJob[]): readonly JobResult[] {
  return jobs.flatMap(({ status, result }) => (status === 'finished' || status === 'dropped' ? (result ?? []) : []));
}

function countsOf(jobs: readonly StudyJob[]): VariantResult['counts'] {
  const of = (status: JobStatus) => jobs.filter((job) => job.status === status).length;
  return {
    waiting: of('waiting'),
    running: of('running'),
    finished: of('finished'),
    stopped: of('stopped'),
    diverged: of('diverged'),
    failed: of('failed'),
    dropped: of('dropped'),
  };
}

/** What was measured of one run at its end; null: not, or it has no such measure. */
export function valueOf({ epochs, test, seconds, learns }: JobResult, measure: Measure): number | null {
  const last = epochs.at(-1);
  switch (measure) {
    case 'testLoss':
      return test?.loss ?? null;
    case 'testAccuracy':
      return learns === 'values' ? null : (test?.accuracy ?? null);
    case 'testError':
      return learns === 'values' ? (test?.accuracy ?? null) : null;
    case 'seconds':
      return seconds;
    default:
      return last === undefined ? null : epochValue(last, measure, learns);
  }
}

function epochValue(metrics: EpochMetrics, measure: CurveMeasure, learns: JobResult['learns']): number | null {
  switch (measure) {
    case 'accuracy':
    case 'validationAccuracy':
      return learns === 'values' ? null : metrics[measure];
    case 'error':
      return learns === 'values' ? metrics.accuracy : null;
    case 'validationError':
      return learns === 'values' ? metrics.validationAccuracy : null;
    default:
      return metrics[measure];
  }
}

/** A variant's curve: at each epoch over all its runs that came so far, also those that go on or ended early. */
export function variantCurve(
  jobs: readonly StudyJob[],
  measure: CurveMeasure,
  live: LiveEpochs | null = null,
): readonly CurvePoint[] {
  const curves = jobs.map(({ id, result }) => {
    const of = live?.job === id ? live : result;
    return (of?.epochs ?? []).map((metrics) => epochValue(metrics, measure, of?.learns));
  });
  const longest = Math.max(0, ...curves.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => {
    const values = curves.flatMap((epochs) => epochs[at] ?? []).filter(Number.isFinite);
    const spread = spreadOf(values);
    return spread === null ? null : { epoch: at + 1, spread };
  }).filter((point) => point !== null);
}
