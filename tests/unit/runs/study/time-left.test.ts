import type { Study } from '@/lib/runs/study/study';
import { secondsLeft } from '@/lib/runs/study/time-left';
import { makeStudy, resultOf } from './make-study';

/** Variants a and b with two seeds; b has three times the products; a's first run took 10 s for its 2 epochs. */
function measured(): Study {
  const study = makeStudy(['a', 'b']);
  const variants = study.variants.map((variant) =>
    variant.name === 'b' && variant.plan.kind === 'ready'
      ? { ...variant, plan: { ...variant.plan, macs: 3 } }
      : variant,
  );
  const [first, ...rest] = study.jobs;
  if (first === undefined) throw new Error('no jobs');
  return { ...study, variants, jobs: [{ ...first, status: 'finished', result: resultOf([2, 1]) }, ...rest] };
}

function left(study: Study, live: Parameters<typeof secondsLeft>[1] = null): number | null {
  const order = study.jobs.filter(({ status }) => status === 'waiting').map(({ id }) => id);
  return secondsLeft({ studies: new Map([[study.id, study]]), queue: { status: 'running', order } }, live);
}

test('a variant takes what its other runs took, another one that in proportion to its products', () => {
  // b: 3 · 10 s twice, a: 10 s.
  expect(left(measured())).toBe(70);
});

test('the run that goes on takes what it says, or what was measured until it says anything', () => {
  const study = measured();
  const job = study.jobs[1]?.id ?? '';
  expect(left(study, { job, secondsLeft: 4 })).toBe(44);
  expect(left(study, { job, secondsLeft: null })).toBe(70);
});

test('nothing is foretold before anything was measured', () => {
  expect(left(makeStudy(['a']))).toBeNull();
});
