import type { Studies } from '@/lib/runs/study/queue';
import { findJob } from '@/lib/runs/study/queue';
import type { Study, StudyJob } from '@/lib/runs/study/study';

/** What goes on now: its job and how long it says that it still takes. */
export interface LiveJob {
  readonly job: string;
  readonly secondsLeft: number | null;
}

/**
 * Seconds that the queue still takes by the speeds measured: of runs of the same variant, or else of others by their
 * multiply-accumulates. null until any run was measured.
 */
export function secondsLeft(all: Pick<Studies, 'studies' | 'queue'>, live: LiveJob | null): number | null {
  const times = all.queue.order.map((id) => {
    if (live !== null && id === live.job && live.secondsLeft !== null) return live.secondsLeft;
    const job = findJob(all, id);
    const study = job === null ? undefined : all.studies.get(job.study);
    return job === null || study === undefined ? 0 : secondsOf(job, study);
  });
  return times.reduce<number | null>((sum, time) => (sum === null || time === null ? null : sum + time), 0);
}

function secondsOf(job: StudyJob, study: Study): number | null {
  const done = job.result?.epochs.length ?? 0;
  const toDo = Math.max(0, job.goal - done);
  const own = perEpoch(study.jobs.filter(({ variant }) => variant === job.variant));
  if (own !== null) return own * toDo;
  const macs = macsOf(study, job.variant);
  const others = study.variants.flatMap(({ name }) => {
    const measured = perEpoch(study.jobs.filter(({ variant }) => variant === name));
    return measured === null ? [] : (measured * macs) / macsOf(study, name);
  });
  return others.length === 0 ? null : (others.reduce((sum, time) => sum + time, 0) / others.length) * toDo;
}

function macsOf({ variants }: Study, name: string): number {
  const plan = variants.find((variant) => variant.name === name)?.plan;
  return plan?.kind === 'ready' ? Math.max(1, plan.macs) : 1;
}

function perEpoch(jobs: readonly StudyJob[]): number | null {
  const measured = jobs.flatMap(({ result }) =>
    result === null || result.seconds === null || result.epochs.length === 0
      ? []
      : result.seconds / result.epochs.length,
  );
  return measured.length === 0 ? null : measured.reduce((sum, time) => sum + time, 0) / measured.length;
}
