import { readDocument } from '@/lib/document/load';
import type { Document } from '@/lib/document/document';
import type { RunRecord } from '@/lib/runs/run-record';
import { findJob, withEnd, withJob, type Studies } from '@/lib/runs/study/queue';
import type { JobResult, JobStatus, Study, StudyJob } from '@/lib/runs/study/study';
import type { RunStore } from '@/lib/state/run';
import type { RunEnd, RunOrder } from '@/lib/state/run-order';
import type { RunProblem, RunState } from '@/lib/state/run-state';
import type { RunsStore } from '@/lib/state/runs';

export interface StudyRunnerDeps {
  readonly run: Pick<RunStore, 'store' | 'actions'>;
  readonly runs: Pick<RunsStore, 'read'>;
  /** Why a run failed, in words. */
  readonly describe: (problem: RunProblem) => string;
  /** What a run of a study is called in the list of runs. */
  readonly nameRun: (study: Study, job: StudyJob) => string;
}

/** Where the runner reads and writes. */
interface Site {
  readonly change: (how: (all: Studies) => Studies) => Promise<void>;
  readonly read: () => Studies;
  readonly show: (current: string | null) => void;
}

/** Why a run is ended before its time: to go on later, or for good. */
type EarlyEnd = 'put-back' | 'taken-out';

export interface StudyRunner {
  /** Does one job, or as much of it as it is left; never rejects. */
  perform(id: string): Promise<void>;
  /** Ends the job that goes on; resolves when it is over. */
  end(why: EarlyEnd): Promise<void>;
}

/** Makes runs of jobs, and results of the runs' ends. */
export function createStudyRunner(deps: StudyRunnerDeps, { change, read, show }: Site): StudyRunner {
  const { run } = deps;
  let early: EarlyEnd | null = null;
  let performing: Promise<void> | null = null;

  async function perform(id: string): Promise<void> {
    const job = findJob(read(), id);
    const study = job === null ? undefined : read().studies.get(job.study);
    const document = job === null || study === undefined ? null : documentOf(study, job);
    if (job === null || study === undefined || document === null) {
      return change((all) => withEnd(all, id, { status: 'failed' }));
    }
    early = null;
    show(id);
    await change((all) => withJob(all, id, { status: 'running', failure: null }));
    const unfollow = follow(job, study);
    const end = await startOrResume(orderOf(study, job, document));
    unfollow();
    await settle(job, study, end);
    show(null);
  }

  /** What cannot be gone on with begins anew. */
  async function startOrResume(order: RunOrder): Promise<RunEnd> {
    const end = await run.actions.start(order);
    const isLost = order.resume !== null && end.ended === 'failed' && end.record === null && !isBusy(end);
    return isLost && early === null ? run.actions.start({ ...order, resume: null }) : end;
  }

  function orderOf(study: Study, job: StudyJob, document: Document): RunOrder {
    const [first] = study.jobs;
    const parent = first?.id === job.id ? null : (first?.run ?? null);
    const place = { study: study.id, variant: job.variant, seed: job.seed };
    // All on one backend: they differ in rounding, and in time by far more than variants do.
    const backend = study.jobs.find(({ result }) => result !== null)?.result?.backend ?? null;
    return { document, name: deps.nameRun(study, job), parent, study: place, resume: job.run, backend };
  }

  /** Notes which run the job became, and ends it where its epochs are done. */
  function follow(job: StudyJob, study: Study): () => void {
    let known = job.run;
    let isEnding = false;
    const onNews = (state: RunState, before: RunState): void => {
      const { run: id } = state;
      if (id !== null && id !== before.run && id !== known) {
        known = id;
        void change((all) => withJob(all, job.id, { run: id }));
      }
      const isDue = job.goal < study.epochs && state.epochs.length >= job.goal && state.phase === 'training';
      if (!isDue || isEnding) return;
      isEnding = true;
      void run.actions.stop();
    };
    return run.store.subscribe(onNews);
  }

  async function settle(job: StudyJob, study: Study, end: RunEnd): Promise<void> {
    if (isBusy(end)) return change((all) => withJob(all, job.id, { status: 'waiting' }));
    const result = end.record === null ? null : await resultOf(end.record, job.goal, study);
    const found = result === null ? {} : { result, run: result.run };
    const status = statusOf(end, result, job);
    if (status === 'stopped' && early === 'put-back') {
      return change((all) => withJob(all, job.id, { ...found, status: 'waiting' }));
    }
    const failure = status === 'failed' && end.problem !== null ? deps.describe(end.problem) : null;
    await change((all) => withEnd(all, job.id, { ...found, status, failure }));
  }

  async function resultOf(record: RunRecord, goal: number, study: Study): Promise<JobResult> {
    const kept = await deps.runs.read(record.id).catch(() => null);
    const all = kept?.curves.epochs ?? [];
    const isRung = goal < study.epochs;
    return {
      run: record.id,
      // Batches of the next epoch that were trained before the run heard of its end are none of its result.
      epochs: isRung ? all.slice(0, goal) : all,
      test: record.test,
      seconds: record.outcome?.seconds ?? null,
      backend: record.backend,
      ...(record.moves === undefined ? {} : { moves: record.moves }),
      ...(record.learns === undefined ? {} : { learns: record.learns }),
      machine: record.machine,
      data: record.data,
    };
  }

  return {
    perform(id) {
      const whole = perform(id)
        .catch(async () => {
          show(null);
          await change((all) => withEnd(all, id, { status: 'failed' }));
        })
        .finally(() => {
          performing = null;
        });
      performing = whole;
      return whole;
    },
    async end(why) {
      if (performing === null) return;
      early = why;
      await run.actions.stop();
      await performing;
    },
  };
}

function isBusy({ problem }: RunEnd): boolean {
  return problem?.kind === 'failure' && problem.failure.code === 'training/busy';
}

function statusOf({ ended }: RunEnd, result: JobResult | null, { goal }: StudyJob): JobStatus {
  if (ended !== 'stopped') return ended;
  return result !== null && result.epochs.length >= goal ? 'finished' : 'stopped';
}

/** The variant's design with the seed of the run and all the epochs of the study. */
function documentOf({ variants, epochs }: Study, { variant, seed }: StudyJob): Document | null {
  const plan = variants.find(({ name }) => name === variant)?.plan;
  const read = plan?.kind === 'ready' ? readDocument(plan.document, variant) : null;
  if (read === null || !read.ok) return null;
  const { document } = read.value;
  return { ...document, training: { ...document.training, seed, epochs } };
}
