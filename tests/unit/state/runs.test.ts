import { createRunsStore, UNDO_TIME, type RunsStore } from '@/lib/state/runs';
import { createMemoryRunStorage, type RunStorage } from '@/lib/runs/run-storage';
import { keptRun } from '@/tests/unit/runs/run-double';

let clock = 1;

beforeEach(() => {
  clock = 1;
});

/** Tabs of one browser: they share storage, locks and news. */
function createTabs(storage: RunStorage = createMemoryRunStorage()) {
  const held = new Map<string, Set<() => void>>();
  const listeners = new Set<{ readonly tab: number; readonly listener: () => void }>();
  let tabs = 0;
  let lastId = 0;
  function openTab(): RunsStore {
    const tab = tabs++;
    return createRunsStore({
      storage,
      newId: () => `new-${++lastId}`,
      now: () => clock,
      locks: {
        hold: async (id) => {
          if (held.has(id)) return null;
          held.set(id, new Set());
          return () => {
            const waiting = held.get(id) ?? new Set();
            held.delete(id);
            for (const callback of waiting) callback();
          };
        },
        held: async () => new Set(held.keys()),
        whenFree: (id, callback) => {
          held.get(id)?.add(callback);
          return () => void held.get(id)?.delete(callback);
        },
      },
      news: {
        tell: () => {
          for (const { tab: other, listener } of listeners) if (other !== tab) listener();
        },
        onTold: (listener) => {
          const entry = { tab, listener };
          listeners.add(entry);
          return () => void listeners.delete(entry);
        },
      },
    });
  }
  return { storage, openTab };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await Promise.resolve();
}

const live = (id: string) => {
  const run = keptRun(id, { status: 'running' });
  return { record: run.record, snapshot: () => run };
};

test('a run that goes on in another tab is listed as running, is not resumed or removed, and is interrupted when that tab dies', async () => {
  const { openTab } = createTabs();
  const [first, second] = [openTab(), openTab()];
  const letGo = await first.live.hold('a');
  await first.live.add(live('a'));
  await settle();
  expect(second.store.getState().records).toMatchObject([{ id: 'a', status: 'running' }]);
  expect(await second.live.hold('a')).toBeNull();
  expect(await second.actions.remove(['a'])).toEqual([]);
  letGo?.();
  await settle();
  expect(second.store.getState().records).toMatchObject([{ id: 'a', status: 'interrupted' }]);
  expect((await second.read('a'))?.record.status).toBe('interrupted');
});

test('what one tab renames, tags, notes and removes the other shows', async () => {
  const { storage, openTab } = createTabs();
  await storage.save(keptRun('a'));
  const [first, second] = [openTab(), openTab()];
  await settle();
  await first.actions.rename('a', 'Named');
  await first.actions.tag('a', [' x ', 'x', '']);
  await first.actions.note('a', 'noted');
  await settle();
  expect(second.store.getState().records).toMatchObject([{ name: 'Named', tags: ['x'], note: 'noted' }]);
  expect(await second.actions.remove(['a'])).toEqual(['a']);
  await settle();
  expect(first.store.getState().records).toEqual([]);
});

test('a name given while a run goes on is not overwritten by its progress', async () => {
  const { storage, openTab } = createTabs();
  const [first, second] = [openTab(), openTab()];
  await first.live.hold('a');
  await first.live.add(live('a'));
  await settle();
  await second.actions.rename('a', 'Given elsewhere');
  await settle();
  first.live.show(live('a'));
  await first.live.keep('a');
  expect(first.store.getState().records[0]?.name).toBe('Given elsewhere');
  expect((await storage.read('a'))?.record.name).toBe('Given elsewhere');
});

test('an imported run whose id is taken gets a new one, and both are there', async () => {
  const { openTab } = createTabs();
  const tab = openTab();
  await tab.ready;
  expect(await tab.actions.import([keptRun('a'), keptRun('a')])).toEqual(['a', 'new-1']);
  expect(
    tab.store
      .getState()
      .records.map(({ id }) => id)
      .sort(),
  ).toEqual(['a', 'new-1']);
});

test('what one tab deletes another can bring back, and an hour later nobody can', async () => {
  const { storage, openTab } = createTabs();
  for (const id of ['a', 'b']) await storage.save(keptRun(id));
  const [first, second] = [openTab(), openTab()];
  await first.actions.remove(['a', 'b']);
  await settle();
  expect(second.store.getState().records).toEqual([]);
  expect(second.store.getState().removed).toHaveLength(2);
  expect(await second.actions.restore(['a'])).toEqual(['a']);
  await settle();
  expect(first.store.getState().records).toMatchObject([{ id: 'a' }]);
  clock += UNDO_TIME + 1;
  const third = openTab();
  await third.ready;
  expect(third.store.getState().removed).toEqual([]);
  expect(await first.actions.restore(['b'])).toEqual([]);
});

test('a deletion less than an hour old is still to be undone after a reload', async () => {
  const { storage, openTab } = createTabs();
  await storage.save(keptRun('a'));
  await openTab().actions.remove(['a']);
  clock += UNDO_TIME - 1;
  const later = openTab();
  await later.ready;
  expect(await later.actions.restore(['a'])).toEqual(['a']);
});

test('what was deleted makes room when the storage is full', async () => {
  const kept = createMemoryRunStorage();
  /** Room for one run. */
  const full: RunStorage = {
    ...kept,
    save: async (run) => ((await kept.list()).length + (await kept.removed()).length > 0 ? 'quota' : kept.save(run)),
  };
  const tab = createTabs(full).openTab();
  await tab.actions.import([keptRun('a')]);
  expect(await tab.actions.import([keptRun('b')])).toEqual([]);
  await tab.actions.remove(['a']);
  expect(await tab.actions.import([keptRun('b')])).toEqual(['b']);
  expect(tab.store.getState().removed).toEqual([]);
});

test('without storage the list is empty and says so', async () => {
  const barred: RunStorage = { ...createMemoryRunStorage(), list: () => Promise.reject(new Error('barred')) };
  const tab = createTabs(barred).openTab();
  await tab.ready;
  expect(tab.store.getState()).toMatchObject({ isReady: true, isBarred: true, records: [] });
});
