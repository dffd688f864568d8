import type { Dataset } from '@/lib/datasets/dataset';
import type { KeptSamples, SampleStorage } from '@/lib/platform/sample-storage';
import { createDatasets, type DatasetsDeps } from '@/lib/state/datasets';

const cats: Dataset = {
  id: 'cats-00000001',
  title: 'Cats',
  inputShape: [8, 8, 3],
  element: 'uint8',
  targets: [{ kind: 'classes', name: 'class', classes: ['cat', 'dog'] }],
  training: { count: 8 },
  test: { count: 2 },
  source: { kind: 'kept', bytes: 1920 },
  statistics: null,
  isSynthetic: false,
  licence: null,
};
const described = {
  dataset: cats,
  balance: { names: ['cat', 'dog'], training: [4, 4], test: [1, 1] },
  format: 'folders',
  options: { title: 'Cats' },
  skipped: { count: 0, first: [] },
};

/** What the tabs of a browser share: records, and a channel that does not deliver to its own sender. */
function createBrowser() {
  const records = new Map<string, KeptSamples>();
  const tabs = new Set<() => void>();
  let isBarred = false;
  const guard = () => (isBarred ? Promise.reject(new Error('barred')) : Promise.resolve());
  const storage: SampleStorage = {
    list: async () => guard().then(() => [...records.values()].sort((a, b) => b.createdAt - a.createdAt)),
    read: async (id) => guard().then(() => records.get(id) ?? null),
    async describe(id, description) {
      const record = records.get(id);
      if (record !== undefined) records.set(id, { ...record, description });
      return record !== undefined;
    },
    remove: async (id) => guard().then(() => void records.delete(id)),
    room: async () => ({ used: records.size * 100, quota: 1000, isPersistent: false }),
    persist: async () => true,
    sweep: async () => guard().then(() => 0),
  };
  return {
    records,
    keep: (id: string, description: unknown, createdAt = 1) =>
      records.set(id, { id, description, bytes: 1920, createdAt }),
    bar: () => {
      isBarred = true;
    },
    openTab() {
      const published: (readonly Dataset[])[] = [];
      let hear = () => {};
      const news: DatasetsDeps['news'] = {
        tell: () => [...tabs].filter((tab) => tab !== hear).forEach((tab) => tab()),
        onTold(listener) {
          hear = listener;
          tabs.add(listener);
          return () => tabs.delete(listener);
        },
      };
      return { published, datasets: createDatasets({ storage, news, publish: (known) => published.push(known) }) };
    },
  };
}

const titles = (known: readonly Dataset[] | undefined) => known?.map(({ title }) => title);
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test('what is kept is listed, newest first, and told to whoever asks for data sets', async () => {
  const browser = createBrowser();
  browser.keep(cats.id, described, 1);
  browser.keep('birds-00000002', { ...described, dataset: { ...cats, title: 'Birds' } }, 2);
  const { datasets, published } = browser.openTab();
  await datasets.load();
  expect(datasets.store.getState().phase).toBe('ready');
  expect(titles(published.at(-1))).toEqual(['Birds', 'Cats']);
  expect(published.at(-1)?.[1]).toEqual(cats);
});

test('the id is that of the record, whatever its description says', async () => {
  const browser = createBrowser();
  browser.keep('other-00000009', described);
  const { datasets, published } = browser.openTab();
  await datasets.load();
  expect(published.at(-1)?.[0]?.id).toBe('other-00000009');
});

test.each([
  ['nothing', null],
  ['no data set', { ...described, dataset: undefined }],
  ['no shape', { ...described, dataset: { ...cats, inputShape: [] } }],
  ['a shape of no size', { ...described, dataset: { ...cats, inputShape: [8, 0, 3] } }],
  ['no target', { ...described, dataset: { ...cats, targets: [] } }],
  ['a target of an unknown kind', { ...described, dataset: { ...cats, targets: [{ kind: 'boxes', name: 'b' }] } }],
  ['no counts', { ...described, dataset: { ...cats, test: {} } }],
])('a record that describes %s is not offered, but can be removed', async (_name, description) => {
  const browser = createBrowser();
  browser.keep('odd-00000003', description);
  const { datasets, published } = browser.openTab();
  await datasets.load();
  expect(published.at(-1)).toEqual([]);
  expect(datasets.store.getState().unreadable).toMatchObject([{ id: 'odd-00000003', bytes: 1920 }]);
  expect(await datasets.remove('odd-00000003')).toBe(true);
  expect(datasets.store.getState().unreadable).toEqual([]);
});

test('a new name is kept, and nothing else of the description changes', async () => {
  const browser = createBrowser();
  browser.keep(cats.id, { ...described, ofALaterVersion: 7 });
  const { datasets, published } = browser.openTab();
  await datasets.load();
  expect(await datasets.rename(cats.id, 'Felines')).toBe(true);
  expect(titles(published.at(-1))).toEqual(['Felines']);
  expect(browser.records.get(cats.id)?.description).toEqual({
    ...described,
    dataset: { ...cats, title: 'Felines' },
    ofALaterVersion: 7,
  });
  expect(await datasets.rename('gone-00000000', 'X')).toBe(false);
});

test('another tab that has looked hears of changes; one that has not reads them when it looks', async () => {
  const browser = createBrowser();
  browser.keep(cats.id, described);
  const [here, there, asleep] = [browser.openTab(), browser.openTab(), browser.openTab()];
  await Promise.all([here.datasets.load(), there.datasets.load()]);
  await here.datasets.remove(cats.id);
  await settle();
  expect(there.published.at(-1)).toEqual([]);
  expect(asleep.published).toEqual([]);
  browser.keep(cats.id, described);
  await here.datasets.changed();
  await settle();
  expect(titles(there.published.at(-1))).toEqual(['Cats']);
  there.datasets.dispose();
  await here.datasets.remove(cats.id);
  await settle();
  expect(titles(there.published.at(-1))).toEqual(['Cats']);
});

test('where storage is barred that is said, and no change claims to have been made', async () => {
  const browser = createBrowser();
  browser.keep(cats.id, described);
  browser.bar();
  const { datasets } = browser.openTab();
  await datasets.load();
  expect(datasets.store.getState().phase).toBe('barred');
  expect(await datasets.remove(cats.id)).toBe(false);
  expect(await datasets.rename(cats.id, 'X')).toBe(false);
});

test('how much room there is follows what is removed', async () => {
  const browser = createBrowser();
  browser.keep(cats.id, described);
  const { datasets } = browser.openTab();
  await datasets.load();
  await datasets.measure();
  expect(datasets.store.getState().room?.used).toBe(100);
  await datasets.remove(cats.id);
  expect(datasets.store.getState().room?.used).toBe(0);
});
