import { advanceHalving } from '@/lib/runs/study/halving';
import type { Study, StudyJob } from '@/lib/runs/study/study';
import type { StudyId } from '@/lib/runs/run-record';

/** What is to be done, in order: ids of jobs. The first is the one that goes on, if one does. */
export interface StudyQueue {
  readonly status: 'running' | 'paused';
  readonly order: readonly string[];
}

export const EMPTY_QUEUE: StudyQueue = { status: 'running', order: [] };

/** A study that a person removed, with what it takes to bring it back as it was. */
export interface RemovedStudy {
  readonly study: Study;
  /** Of the queue, all of it, at that time. */
  readonly order: readonly string[];
  /** Milliseconds since 1970. */
  readonly removedAt: number;
}

/** Studies and their queue, which change together. */
export interface Studies {
  readonly studies: ReadonlyMap<StudyId, Study>;
  readonly queue: StudyQueue;
  readonly removed: ReadonlyMap<StudyId, RemovedStudy>;
}

export function findJob({ studies }: Pick<Studies, 'studies'>, id: string): StudyJob | null {
  for (const { jobs } of studies.values()) {
    const job = jobs.find((one) => one.id === id);
    if (job !== undefined) return job;
  }
  return null;
}

export function withStudy(all: Studies, study: Study): Studies {
  const waiting = study.jobs.filter(({ status }) => status === 'waiting').map(({ id }) => id);
  const order = [...all.queue.order, ...waiting.filter((id) => !all.queue.order.includes(id))];
  return { ...all, studies: new Map(all.studies).set(study.id, study), queue: { ...all.queue, order } };
}

/** `at`: now, in milliseconds since 1970. */
export function withoutStudy(all: Studies, id: StudyId, at: number): Studies {
  const study = all.studies.get(id);
  if (study === undefined) return all;
  const gone = new Set(study.jobs.map((job) => job.id));
  const { order } = all.queue;
  return {
    studies: without(all.studies, id),
    queue: { ...all.queue, order: order.filter((job) => !gone.has(job)) },
    removed: new Map(all.removed).set(id, { study, order, removedAt: at }),
  };
}

/** As it was, each run at its place in the queue again, but none before `current`, which goes on. */
export function withStudyBack(all: Studies, id: StudyId, current: string | null): Studies {
  const removed = all.removed.get(id);
  if (removed === undefined) return all;
  // The run that went on was ended; it goes on from its checkpoint when its turn comes.
  const jobs = removed.study.jobs.map((job) =>
    job.status === 'running' ? { ...job, status: 'waiting' as const } : job,
  );
  const own = new Set(jobs.map((job) => job.id));
  const order = [...all.queue.order];
  let next = order[0] !== undefined && order[0] === current ? 1 : 0;
  for (const [place, job] of removed.order.entries()) {
    if (!own.has(job) || order.includes(job)) continue;
    next = Math.min(Math.max(next, place), order.length);
    order.splice(next, 0, job);
    next += 1;
  }
  return {
    studies: new Map(all.studies).set(id, { ...removed.study, jobs }),
    queue: { ...all.queue, order },
    removed: without(all.removed, id),
  };
}

/** Without those removed before this time, which are then gone. */
export function withoutRemoved(all: Studies, before: number): Studies {
  const left = [...all.removed].filter(([, { removedAt }]) => removedAt >= before);
  return left.length === all.removed.size ? all : { ...all, removed: new Map(left) };
}

function without<T>(map: ReadonlyMap<StudyId, T>, id: StudyId): ReadonlyMap<StudyId, T> {
  return new Map([...map].filter(([key]) => key !== id));
}

export function withJob(all: Studies, id: string, change: Partial<StudyJob>): Studies {
  const job = findJob(all, id);
  const study = job === null ? undefined : all.studies.get(job.study);
  if (study === undefined) return all;
  const jobs = study.jobs.map((one) => (one.id === id ? { ...one, ...change } : one));
  return { ...all, studies: new Map(all.studies).set(study.id, { ...study, jobs }) };
}

/** A job that is over leaves the queue; those that a halving sends on from here take its place. */
export function withEnd(all: Studies, id: string, change: Partial<StudyJob>): Studies {
  const ended = withJob(all, id, change);
  const job = findJob(ended, id);
  const study = job === null ? undefined : ended.studies.get(job.study);
  if (study === undefined) return ended;
  const advanced = advanceHalving(study);
  const sentOn = advanced.jobs.filter(({ status }, at) => status === 'waiting' && study.jobs[at]?.status !== 'waiting');
  const rest = ended.queue.order.filter((one) => one !== id);
  return {
    ...ended,
    studies: new Map(ended.studies).set(study.id, advanced),
    queue: { ...ended.queue, order: [...sentOn.map((one) => one.id), ...rest] },
  };
}

interface Move {
  readonly job: string;
  readonly to: number;
  /** The one that goes on. */
  readonly current: string | null;
}

/** Puts a job at this place of the queue; nothing comes before one that goes on. */
export function moved(queue: StudyQueue, { job: id, to, current }: Move): StudyQueue {
  if (!queue.order.includes(id) || id === current) return queue;
  const others = queue.order.filter((one) => one !== id);
  const first = others[0] !== undefined && others[0] === current ? 1 : 0;
  const place = Math.min(Math.max(first, to), others.length);
  return { ...queue, order: [...others.slice(0, place), id, ...others.slice(place)] };
}

/** Out of the queue, with what it has so far. */
export function withoutJob(all: Studies, id: string): Studies {
  return withEnd(all, id, { status: 'stopped' });
}

/** Back at the end of the queue; it goes on from its checkpoint, if it has one. */
export function putBack(all: Studies, id: string): Studies {
  if (all.queue.order.includes(id) || findJob(all, id) === null) return all;
  const waiting = withJob(all, id, { status: 'waiting', failure: null });
  return { ...waiting, queue: { ...waiting.queue, order: [...waiting.queue.order, id] } };
}
