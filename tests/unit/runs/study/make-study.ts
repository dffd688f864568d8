import { documentFile } from '@/lib/document/save';
import { buildLectureMnist } from '@/lib/document/templates/lecture-mnist';
import { createStudy, type StudyPlan } from '@/lib/runs/study/create-study';
import type { JobResult, JobStatus, Study } from '@/lib/runs/study/study';

export const DOCUMENT = documentFile(buildLectureMnist());

/** A study of variants with these names that are all the same design. */
export function makeStudy(names: readonly string[], rest: Partial<StudyPlan> = {}): Study {
  return createStudy({
    id: 'study',
    name: 'Test',
    createdAt: 0,
    base: DOCUMENT,
    variants: names.map((name) => ({
      name,
      changes: [],
      plan: { kind: 'ready', document: DOCUMENT, params: 1, macs: 1, repairs: [] },
    })),
    seeds: [1, 2],
    epochs: 2,
    halving: null,
    ...rest,
  });
}

export function resultOf(validationLosses: readonly number[], rest: Partial<JobResult> = {}): JobResult {
  return {
    run: 'run',
    epochs: validationLosses.map((validationLoss, epoch) => ({
      epoch,
      loss: validationLoss / 2,
      accuracy: 1 - validationLoss / 10,
      validationLoss,
      validationAccuracy: 1 - validationLoss / 10,
    })),
    test: { count: 100, accuracy: 0.5, loss: 1 },
    seconds: 10,
    backend: 'wasm',
    machine: { userAgent: 'Test', cores: 2, gibibytes: 8, renderer: null },
    data: { id: 'mnist', title: 'MNIST', training: 540, validation: 60, test: 100, isSynthetic: false },
    ...rest,
  };
}

/** The study with what its runs gave, by variant, each the same for all seeds. */
export function withResults(
  study: Study,
  results: Readonly<Record<string, JobResult>>,
  status: JobStatus = 'finished',
): Study {
  return {
    ...study,
    jobs: study.jobs.map((job) => {
      const result = results[job.variant];
      return result === undefined ? job : { ...job, status, result };
    }),
  };
}
