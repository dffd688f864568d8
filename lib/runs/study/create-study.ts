import type { StudyId } from '@/lib/runs/run-record';
import type { Halving, Study, StudyJob } from '@/lib/runs/study/study';

export type StudyPlan = Omit<Study, 'jobs'>;

/**
 * A study with its runs in the order they are best done: every variant with the first seed, then with the second, so
 * that all can be compared early.
 */
export function createStudy(plan: StudyPlan): Study {
  const goal = firstGoal(plan.halving, plan.epochs);
  const ready = plan.variants.filter((variant) => variant.plan.kind === 'ready');
  const jobs = plan.seeds.flatMap((seed) => ready.map(({ name }) => newJob(plan.id, { variant: name, seed, goal })));
  return { ...plan, jobs };
}

function newJob(study: StudyId, place: Pick<StudyJob, 'variant' | 'seed' | 'goal'>): StudyJob {
  const id = JSON.stringify([study, place.variant, place.seed]);
  return { id, study, ...place, status: 'waiting', run: null, result: null, failure: null };
}

function firstGoal(halving: Halving | null, epochs: number): number {
  return halving?.rungs[0] ?? epochs;
}

/** Names as given, those that are there before with a number behind. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let number = 2; used.has(unique); number += 1) unique = `${name} (${number})`;
    used.add(unique);
    return unique;
  });
}
