import { createStore } from 'zustand/vanilla';
import type { RunLocks, RunNews } from '@/lib/platform/run-locks';
import type { StudyTables } from '@/lib/platform/study-tables';
import { createMemoryTables } from '@/lib/platform/tables';
import type { KeptRun, RunRecord } from '@/lib/runs/run-record';
import { planHalving } from '@/lib/runs/study/halving';
import type { Study } from '@/lib/runs/study/study';
import type { RunActions } from '@/lib/state/run-actions';
import type { RunEnd, RunOrder } from '@/lib/state/run-order';
import type { RunState } from '@/lib/state/run-state';
import { UNDO_TIME } from '@/lib/state/runs';
import { createStudiesStore, type StudiesStore } from '@/lib/state/studies';
import { makeStudy, resultOf } from '../runs/study/make-study';

let clock = 1;

beforeEach(() => {
  clock = 1;
});

/** Runs that end when the test says so. */
function runDouble() {
  const store = createStore(() => ({ phase: 'idle', run: null, epochs: [] }) as unknown as RunState);
  const orders: RunOrder[] = [];
  const kept = new Map<string, KeptRun>();
  let finish: ((end: RunEnd) => void) | null = null;

  function recordOf(losses: readonly number[]): RunRecord {
    const order = orders.at(-1);
    const id = order?.resume ?? `run-${orders.length}`;
    const { data, machine } = resultOf([]);
    const record = { id, data, machine, test: null, backend: 'wasm', outcome: { seconds: 3 } } as unknown as RunRecord;
    const curves = { epochs: resultOf(losses).epochs } as KeptRun['curves'];
    kept.set(id, { record, curves } as KeptRun);
    return record;
  }

  function end(ended: RunEnd['ended'], losses: readonly number[] | null, problem: RunEnd['problem'] = null): void {
    store.setState({ phase: 'idle' });
    finish?.({ ended, record: losses === null ? null : recordOf(losses), problem });
  }

  const actions = {
    start: (order: RunOrder) => {
      orders.push(order);
      store.setState({ phase: 'training', run: order.resume ?? `run-${orders.length}`, epochs: [] });
      return new Promise<RunEnd>((resolve) => {
        finish = resolve;
      });
    },
    pause: async () => store.setState({ phase: 'paused' }),
    resume: async () => store.setState({ phase: 'training' }),
    stop: async () =>
      end(
        'stopped',
        store.getState().epochs.map(() => 1),
      ),
  } as unknown as RunActions;
  return { store, actions, orders, kept, end };
}

function locksDouble(): RunLocks {
  const held = new Set<string>();
  const waiting: (() => void)[] = [];
  return {
    hold: async (name) => {
      if (held.has(name)) return null;
      held.add(name);
      return () => {
        held.delete(name);
        for (const call of waiting.splice(0)) call();
      };
    },
    held: async () => held,
    whenFree: (_, call) => {
      waiting.push(call);
      return () => undefined;
    },
  };
}

const SILENT: RunNews = { tell: () => undefined, onTold: () => () => undefined };

interface Tab {
  readonly run: ReturnType<typeof runDouble>;
  readonly studies: StudiesStore;
}

function openTab(tables: StudyTables = createMemoryTables(), locks = locksDouble()): Tab {
  const run = runDouble();
  const studies = createStudiesStore({
    tables,
    locks,
    news: SILENT,
    now: () => clock,
    run,
    runs: { read: async (id) => run.kept.get(id) ?? null },
    describe: ({ kind }) => kind,
    nameRun: (_, { variant, seed }) => `${variant} ${seed}`,
  });
  return { run, studies };
}

/** Lets everything happen that waits for nothing but promises. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
}

function jobsOf({ studies }: Tab): readonly (readonly unknown[])[] {
  const [study] = studies.store.getState().studies.values();
  return study?.jobs.map(({ variant, seed, status }) => [`${variant}${seed}`, status]) ?? [];
}

async function started(study: Study = makeStudy(['a', 'b'])): Promise<Tab> {
  const tab = openTab();
  await tab.studies.ready;
  await tab.studies.actions.add(study);
  await settled();
  return tab;
}

test('runs come one after another, each with its seed and the epochs of the study, on a design of its own', async () => {
  const tab = await started(makeStudy(['a', 'b'], { epochs: 7 }));
  expect(tab.run.orders).toHaveLength(1);
  for (const losses of [[1], [2], [3], [4]]) {
    tab.run.end('finished', losses);
    await settled();
  }
  const trained = tab.run.orders.map(({ name, document, resume }) => [
    name,
    document.training.seed,
    document.training.epochs,
    resume,
  ]);
  expect(trained).toEqual([
    ['a 1', 1, 7, null],
    ['b 1', 1, 7, null],
    ['a 2', 2, 7, null],
    ['b 2', 2, 7, null],
  ]);
  // Measured for the first, kept for all.
  expect(tab.run.orders.map(({ backend }) => backend)).toEqual([null, 'wasm', 'wasm', 'wasm']);
  expect(tab.run.orders.map(({ parent }) => parent)).toEqual([null, 'run-1', 'run-1', 'run-1']);
  expect(jobsOf(tab).map(([, status]) => status)).toEqual(['finished', 'finished', 'finished', 'finished']);
  expect(tab.studies.store.getState().queue.order).toEqual([]);
});

test('a run that fails or diverges is marked, and the queue goes on', async () => {
  const tab = await started();
  tab.run.end('failed', null, { kind: 'design-errors' });
  await settled();
  tab.run.end('diverged', [9]);
  await settled();
  expect(jobsOf(tab)).toEqual([
    ['a1', 'failed'],
    ['b1', 'diverged'],
    ['a2', 'running'],
    ['b2', 'waiting'],
  ]);
  const [study] = tab.studies.store.getState().studies.values();
  expect(study?.jobs[0]?.failure).toBe('design-errors');
});

test('a queue that is paused holds its run, and goes on with it', async () => {
  const tab = await started();
  await tab.studies.actions.pause();
  expect(tab.run.store.getState().phase).toBe('paused');
  await tab.studies.actions.resume();
  expect(tab.run.store.getState().phase).toBe('training');
  await tab.studies.actions.pause();
  tab.run.end('finished', [1]);
  await settled();
  expect(tab.run.orders).toHaveLength(1);
  await tab.studies.actions.resume();
  await settled();
  expect(tab.run.orders).toHaveLength(2);
});

test('a queue that is stopped ends its run, which later goes on from its checkpoint', async () => {
  const tab = await started();
  await tab.studies.actions.stop();
  expect(jobsOf(tab)[0]).toEqual(['a1', 'waiting']);
  expect(tab.studies.store.getState().queue.order).toHaveLength(4);
  await tab.studies.actions.resume();
  await settled();
  expect(tab.run.orders.map(({ resume }) => resume)).toEqual([null, 'run-1']);
});

test('after a reload the interrupted run is gone on with and the others follow', async () => {
  const tables: StudyTables = createMemoryTables();
  const before = openTab(tables);
  await before.studies.actions.add(makeStudy(['a', 'b']));
  await settled();
  expect(before.run.orders).toHaveLength(1);
  const after = openTab(tables);
  await after.studies.ready;
  await settled();
  expect(after.run.orders.map(({ name, resume }) => [name, resume])).toEqual([['a 1', 'run-1']]);
  after.run.end('finished', [1]);
  await settled();
  expect(after.run.orders.map(({ name, resume }) => [name, resume])).toEqual([
    ['a 1', 'run-1'],
    ['b 1', null],
  ]);
});

test('a run whose checkpoint is gone begins anew', async () => {
  const tab = await started();
  await tab.studies.actions.stop();
  await tab.studies.actions.resume();
  await settled();
  tab.run.end('failed', null, { kind: 'run-gone' });
  await settled();
  expect(tab.run.orders.map(({ resume }) => resume)).toEqual([null, 'run-1', null]);
});

test('the order can be changed, but nothing comes before the run that goes on', async () => {
  const tab = await started();
  const names = () =>
    tab.studies.store.getState().queue.order.map((id) => (JSON.parse(id) as unknown[]).slice(1).join(''));
  const [, , , last] = tab.studies.store.getState().queue.order;
  await tab.studies.actions.move(last ?? '', 0);
  expect(names()).toEqual(['a1', 'b2', 'b1', 'a2']);
  await tab.studies.actions.takeOut(last ?? '');
  expect(names()).toEqual(['a1', 'b1', 'a2']);
  await tab.studies.actions.putBack(last ?? '');
  expect(names()).toEqual(['a1', 'b1', 'a2', 'b2']);
});

test('a run of the person is waited for', async () => {
  const tab = openTab();
  await tab.studies.ready;
  tab.run.store.setState({ phase: 'training' });
  await tab.studies.actions.add(makeStudy(['a']));
  await settled();
  expect(tab.run.orders).toHaveLength(0);
  tab.run.store.setState({ phase: 'idle' });
  await settled();
  expect(tab.run.orders).toHaveLength(1);
});

test('one tab does the queue; another takes over when that one is gone', async () => {
  const tables: StudyTables = createMemoryTables();
  const locks = locksDouble();
  const first = openTab(tables, locks);
  await first.studies.actions.add(makeStudy(['a'], { seeds: [1] }));
  await settled();
  const second = openTab(tables, locks);
  await second.studies.ready;
  await settled();
  expect(second.run.orders).toHaveLength(0);
  expect(second.studies.store.getState().isElsewhere).toBe(true);
  await second.studies.actions.add({ ...makeStudy(['b'], { id: 'other', seeds: [1] }) });
  first.studies.dispose();
  first.run.end('finished', [1]);
  await settled();
  expect(second.run.orders.map(({ name }) => name)).toEqual(['b 1']);
});

test('a rung ends when its epochs are done, and the best go on from their checkpoints', async () => {
  const tab = await started(makeStudy(['a', 'b'], { seeds: [1], epochs: 2, halving: planHalving(2, 2, 2) }));
  tab.run.store.setState({ epochs: [{}] as unknown as RunState['epochs'] });
  await settled();
  expect(tab.run.orders.map(({ name, document }) => [name, document.training.epochs])).toEqual([
    ['a 1', 2],
    ['b 1', 2],
  ]);
  tab.run.end('stopped', [0.5]);
  await settled();
  expect(tab.run.orders.at(-1)).toMatchObject({ name: 'b 1', resume: 'run-2' });
  tab.run.end('finished', [0.5, 0.4]);
  await settled();
  expect(jobsOf(tab)).toEqual([
    ['a1', 'dropped'],
    ['b1', 'finished'],
  ]);
});

test('what is removed while it goes on is ended first', async () => {
  const tab = await started();
  await tab.studies.actions.remove('study');
  await settled();
  expect(tab.studies.store.getState().studies.size).toBe(0);
  expect(tab.studies.store.getState().queue.order).toEqual([]);
  expect(tab.run.orders).toHaveLength(1);
});

test('a removed study comes back with its runs at their places, and the one that was ended goes on', async () => {
  const tab = await started();
  await tab.studies.actions.add(makeStudy(['c'], { id: 'other', seeds: [1] }));
  const { order } = tab.studies.store.getState().queue;
  await tab.studies.actions.pause();
  await tab.studies.actions.remove('study');
  await settled();
  expect(tab.studies.store.getState().queue.order).toHaveLength(1);
  await tab.studies.actions.restore('study');
  await settled();
  expect(tab.studies.store.getState().queue.order).toEqual(order);
  expect(
    tab.studies.store
      .getState()
      .studies.get('study')
      ?.jobs.map(({ status }) => status),
  ).toEqual(Array.from({ length: 4 }, () => 'waiting'));
  await tab.studies.actions.resume();
  await settled();
  expect(tab.run.orders.at(-1)).toMatchObject({ name: 'a 1', resume: 'run-1' });
});

test('the runs of a study that comes back stay in their order, behind a run of another one that has begun', async () => {
  const tab = await started();
  await tab.studies.actions.add(makeStudy(['c'], { id: 'other', seeds: [1] }));
  const { order } = tab.studies.store.getState().queue;
  await tab.studies.actions.remove('study');
  await settled();
  expect(tab.run.orders.at(-1)?.name).toBe('c 1');
  await tab.studies.actions.restore('study');
  expect(tab.studies.store.getState().queue.order).toEqual([order[4], ...order.slice(0, 4)]);
});

test('a study that was removed is to be had back after a reload for an hour, and not longer', async () => {
  const tables: StudyTables = createMemoryTables();
  const before = openTab(tables);
  await before.studies.actions.add(makeStudy(['a'], { seeds: [1] }));
  await before.studies.actions.remove('study');
  clock += UNDO_TIME;
  const soon = openTab(tables);
  await soon.studies.ready;
  expect(soon.studies.store.getState().studies.size).toBe(0);
  expect([...soon.studies.store.getState().removed.keys()]).toEqual(['study']);
  clock += 1;
  const late = openTab(tables);
  await late.studies.ready;
  await settled();
  expect(late.studies.store.getState().removed.size).toBe(0);
  await late.studies.actions.restore('study');
  expect(late.studies.store.getState().studies.size).toBe(0);
});
