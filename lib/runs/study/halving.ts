import type { Halving, Study, StudyJob } from '@/lib/runs/study/study';

/**
 * Rungs of successive halving (Jamieson & Talwalkar, AISTATS 2016): the last is all epochs, each before it 1/η of the
 * next, as many as there are candidates to divide and whole epochs to divide them by.
 */
export function planHalving(candidates: number, epochs: number, eta: number): Halving {
  const rungs = [epochs];
  for (let left = candidates / eta; left >= 1; left /= eta) {
    const next = Math.floor((rungs[0] ?? 1) / eta);
    if (next < 1 || next === rungs[0]) break;
    rungs.unshift(next);
  }
  return { eta, rungs };
}

/** How many of these go on. */
export function survivors(candidates: number, eta: number): number {
  return Math.max(1, Math.floor(candidates / eta));
}

/**
 * The study once every run of a rung is over: the best variants, by the mean loss over their seeds at that rung, get the
 * epochs of the next, the others are dropped. The same study while any run is still to come or it is the last rung.
 */
export function advanceHalving(study: Study): Study {
  const rung = study.halving === null ? undefined : currentRung(study, study.halving);
  if (study.halving === null || rung === undefined) return study;
  const { rungs, eta } = study.halving;
  const next = rungs[rungs.indexOf(rung) + 1];
  const at = study.jobs.filter(({ goal }) => goal === rung);
  const isOpen = at.some(({ status }) => status === 'waiting' || status === 'running');
  if (next === undefined || isOpen) return study;
  const names = [...new Set(at.flatMap(({ variant, status }) => (status === 'dropped' ? [] : variant)))];
  const ranked = names
    .map((variant) => ({
      variant,
      loss: rungLoss(
        at.filter((job) => job.variant === variant),
        rung,
      ),
    }))
    .filter(({ loss }) => Number.isFinite(loss))
    .sort((a, b) => a.loss - b.loss);
  const best = new Set(ranked.slice(0, survivors(names.length, eta)).map(({ variant }) => variant));
  return {
    ...study,
    jobs: study.jobs.map((job) => (job.goal === rung ? decided(job, best.has(job.variant), next) : job)),
  };
}

function decided(job: StudyJob, goesOn: boolean, goal: number): StudyJob {
  if (job.status !== 'finished') return job;
  return goesOn ? { ...job, status: 'waiting', goal } : { ...job, status: 'dropped' };
}

/** The last rung that any run has come to. */
function currentRung({ jobs }: Study, { rungs }: Halving): number | undefined {
  return rungs.filter((rung) => jobs.some(({ goal }) => goal === rung)).at(-1);
}

/** Mean over the seeds; infinite if one of them has not got there. */
function rungLoss(jobs: readonly StudyJob[], rung: number): number {
  const losses = jobs.map(({ status, result }) => (status === 'finished' ? lossAt(result, rung) : Infinity));
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** The validation loss at the end of an epoch counted from 1, or without validation data the training loss. */
function lossAt(result: StudyJob['result'], epoch: number): number {
  // A run that stopped early by its own settings is judged by where it came to.
  const metrics = result?.epochs[Math.min(epoch, result.epochs.length) - 1];
  if (metrics === undefined) return Infinity;
  const loss = metrics.validationLoss ?? metrics.loss;
  return Number.isFinite(loss) ? loss : Infinity;
}
