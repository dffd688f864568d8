import { succeed, fail, type Result } from '@/lib/core/result';
import { createTopUnits } from '@/lib/inspect/top-units';
import type { RunTable } from '@/lib/platform/run-tables';
import { createMemoryTables } from '@/lib/platform/tables';
import { createTopsStorage } from '@/lib/runs/kept-tops';
import { createRunStorage } from '@/lib/runs/run-storage';
import { createTopsStore, type TopsDeps, type TopsWish } from '@/lib/state/inspect-tops';
import type { InspectSubject } from '@/lib/state/inspect-state';
import type { InspectEvent, TopReply } from '@/lib/training/inspect/protocol';
import type { Failure } from '@/lib/training/protocol';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { makeRun } from '../runs/make-run';

function found(activation: number): TopReply {
  const tops = createTopUnits(1, 9);
  tops.add([3], { activations: [activation], places: null });
  return { tops: tops.snapshot(), gone: 1 };
}

/** Of what the store reads of it. */
function subjectOf(run: string | null, first: number): InspectSubject {
  const plan = { layers: [{ name: 'a', callee: 'Conv2D', args: {}, inputs: [] }] };
  return {
    run,
    weights: [{ name: 'a/kernel', shape: [2], values: Float32Array.of(first, 1) }],
    document: buildLenet5(),
    dataset: { id: 'mnist' },
    plan,
  } as unknown as InspectSubject;
}

const wish = (subject: InspectSubject): TopsWish => ({ subject, layer: 'a', split: 'test', mostSamples: 100 });

async function setUp() {
  const tables = createMemoryTables<RunTable>();
  await createRunStorage(tables).save(makeRun({ id: 'r' }));
  const listeners = new Set<(event: InspectEvent) => void>();
  const calls: string[] = [];
  let settle: (reply: Result<TopReply | null, Failure>) => void = () => {};
  const inspect = {
    call: (name: string) => {
      calls.push(name);
      if (name === 'stop') {
        settle(succeed(null));
        return Promise.resolve(succeed({}));
      }
      return new Promise((resolve) => {
        settle = resolve;
      });
    },
    onEvent(listener: (event: InspectEvent) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  } as unknown as TopsDeps['inspect'];
  const deps = { inspect, storage: createTopsStorage(tables), pause: () => Promise.resolve() };
  return {
    deps,
    calls,
    tell: (event: InspectEvent) => listeners.forEach((listener) => listener(event)),
    answer: (reply: Result<TopReply | null, Failure>) => settle(reply),
  };
}

/** Until all that waits for nothing else has been done. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

describe('the best samples of a layer', () => {
  it('fill in while the data are gone through, and are kept with the run for another day', async () => {
    const { deps, tell, answer } = await setUp();
    const tops = createTopsStore(deps);
    const trained = wish(subjectOf('r', 1));
    await tops.look(trained);
    expect(tops.store.getState()).toMatchObject({ found: null, isAsking: false });
    const over = tops.find();
    await settled();
    tell({ kind: 'progress', call: 'top-samples', done: 40, total: 100 });
    tell({ kind: 'tops', ...found(1) });
    expect(tops.store.getState().pass).toEqual({ layer: 'a', split: 'test', gone: 40, total: 100 });
    expect(tops.store.getState().found).toMatchObject({ isWhole: false });
    answer(succeed(found(2)));
    await over;
    expect(tops.store.getState()).toMatchObject({ pass: null, unkept: null, found: { isWhole: true, ...found(2) } });

    const later = createTopsStore(deps);
    await later.look(trained);
    expect(later.store.getState().found).toMatchObject(found(2));
  });

  it('of other weights are not shown, and are there again when those come back', async () => {
    const { deps, answer } = await setUp();
    const tops = createTopsStore(deps);
    await tops.look(wish(subjectOf('r', 1)));
    const over = tops.find();
    await settled();
    answer(succeed(found(2)));
    await over;
    await tops.look(wish(subjectOf('r', 1.5)));
    expect(tops.store.getState().found).toBeNull();
    await tops.look(wish(subjectOf('r', 1)));
    expect(tops.store.getState().found).toMatchObject(found(2));
  });

  it('of a pass that goes on do not show for the layer looked at meanwhile', async () => {
    const { deps, tell } = await setUp();
    const tops = createTopsStore(deps);
    const first = wish(subjectOf('r', 1));
    await tops.look(first);
    void tops.find();
    await settled();
    await tops.look({ ...first, layer: 'b' });
    tell({ kind: 'tops', ...found(1) });
    expect(tops.store.getState()).toMatchObject({ found: null, pass: { layer: 'a' } });
    await tops.look({ ...first });
    expect(tops.store.getState().found).toMatchObject({ ...found(1), isWhole: false });
  });

  it('stay as far as they were found when the pass is stopped, and nothing of that is kept', async () => {
    const { deps, tell, calls } = await setUp();
    const tops = createTopsStore(deps);
    const trained = wish(subjectOf('r', 1));
    await tops.look(trained);
    const over = tops.find();
    await settled();
    tell({ kind: 'tops', ...found(1) });
    tops.stop();
    await over;
    expect(calls).toEqual(['top-samples', 'stop']);
    expect(tops.store.getState()).toMatchObject({ pass: null, found: { isWhole: false } });
    const later = createTopsStore(deps);
    await later.look(trained);
    expect(later.store.getState().found).toBeNull();
  });

  it('say why they failed, and why they are not kept', async () => {
    const { deps, answer } = await setUp();
    const tops = createTopsStore({ ...deps, storage: { ...deps.storage, write: () => Promise.resolve('quota') } });
    await tops.look(wish(subjectOf('r', 1)));
    const failing = tops.find();
    await settled();
    const failure: Failure = { code: 'training/internal', node: null, detail: 'x' };
    answer(fail(failure));
    await failing;
    expect(tops.store.getState()).toMatchObject({ failure, found: null });
    const full = tops.find();
    await settled();
    answer(succeed(found(1)));
    await full;
    expect(tops.store.getState()).toMatchObject({ failure: null, unkept: 'quota', found: found(1) });
  });

  it('of a network without a run are held by the page alone', async () => {
    const { deps, answer } = await setUp();
    const write = jest.fn();
    const tops = createTopsStore({ ...deps, storage: { ...deps.storage, write } });
    await tops.look(wish(subjectOf(null, 1)));
    const over = tops.find();
    await settled();
    answer(succeed(found(1)));
    await over;
    expect(tops.store.getState().found).toMatchObject(found(1));
    expect(write).not.toHaveBeenCalled();
  });
});
