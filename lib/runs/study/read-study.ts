import { EMPTY_QUEUE, findJob, type RemovedStudy, type Studies, type StudyQueue } from '@/lib/runs/study/queue';
import type { Study } from '@/lib/runs/study/study';

/** Studies as storage has them: what is none, or of a later version, is left where it is and not shown. */
export function readStudies(values: readonly unknown[], queue: unknown): Studies {
  const studies = new Map(values.filter(isStudy).map((study) => [study.id, study]));
  const { status, order } = readQueue(queue);
  const removed = new Map(values.filter(isRemoved).map((one) => [one.study.id, one]));
  return { studies, queue: { status, order: order.filter((id) => findJob({ studies }, id) !== null) }, removed };
}

/** What stands in the place of a study that was removed: nothing that an older version takes for one. */
function isRemoved(value: unknown): value is RemovedStudy {
  if (typeof value !== 'object' || value === null) return false;
  const { study, order, removedAt } = value as Partial<Record<keyof RemovedStudy, unknown>>;
  return isStudy(study) && Array.isArray(order) && typeof removedAt === 'number';
}

/** The parts that everything reads; designs in it are checked when they are used. */
function isStudy(value: unknown): value is Study {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, createdAt, epochs, variants, seeds, jobs, base } = value as Partial<Record<keyof Study, unknown>>;
  const isNamed = typeof id === 'string' && typeof name === 'string' && typeof createdAt === 'number';
  const isListed = Array.isArray(variants) && Array.isArray(seeds) && Array.isArray(jobs);
  return isNamed && isListed && typeof epochs === 'number' && typeof base === 'object' && base !== null;
}

function readQueue(value: unknown): StudyQueue {
  if (typeof value !== 'object' || value === null) return EMPTY_QUEUE;
  const { status, order } = value as Partial<Record<keyof StudyQueue, unknown>>;
  if (!Array.isArray(order)) return EMPTY_QUEUE;
  const ids = order.filter((id): id is string => typeof id === 'string');
  return { status: status === 'paused' ? 'paused' : 'running', order: ids };
}
