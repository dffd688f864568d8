import { createTopUnits } from '@/lib/inspect/top-units';
import type { RunTable } from '@/lib/platform/run-tables';
import { createMemoryTables } from '@/lib/platform/tables';
import { createTopsStorage, type TopsPlace } from '@/lib/runs/kept-tops';
import { createRunStorage } from '@/lib/runs/run-storage';
import { makeRun } from './make-run';

const PLACE: TopsPlace = {
  run: 'a',
  weights: 'w1',
  data: 'mnist',
  layer: 'conv2d_1',
  split: 'training',
  mostSamples: 1000,
};

function found() {
  const tops = createTopUnits(2, 3);
  tops.add([4, 5], { activations: [0.5, 1, 0.25, -2], places: [1, 2, 3, 4, 5, 6, 7, 8] });
  return { tops: tops.snapshot(), gone: 2 };
}

async function setUp() {
  const tables = createMemoryTables<RunTable>();
  const runs = createRunStorage(tables);
  await runs.save(makeRun({ id: 'a' }));
  return { tables, runs, storage: createTopsStorage(tables) };
}

describe('the best samples that are kept with a run', () => {
  it('come back as they were found', async () => {
    const { storage } = await setUp();
    expect(await storage.write(PLACE, found())).toBe('kept');
    expect(await storage.read(PLACE)).toEqual(found());
  });

  it.each([
    ['weights', { weights: 'w2' }],
    ['layer', { layer: 'conv2d_2' }],
    ['data', { data: 'other' }],
    ['part of the data', { split: 'test' }],
    ['number of samples', { mostSamples: 10 }],
    ['run', { run: 'b' }],
  ] satisfies readonly (readonly [string, Partial<TopsPlace>])[])('are not those of another %s', async (_, other) => {
    const { storage } = await setUp();
    await storage.write(PLACE, found());
    expect(await storage.read({ ...PLACE, ...other })).toBeNull();
  });

  it('go with the run for good, and none are kept for a run that is gone', async () => {
    const { runs, storage, tables } = await setUp();
    await storage.write(PLACE, found());
    await runs.remove(['a'], 5);
    await runs.purge(6);
    expect(await tables.transact(['tops'], (access) => access.all('tops'))).toEqual([]);
    expect(await storage.write(PLACE, found())).toBe('other');
  });

  it('are those asked for last where a run would keep too many', async () => {
    const { storage, tables } = await setUp();
    for (let most = 1; most <= 70; most += 1) await storage.write({ ...PLACE, mostSamples: most }, found());
    expect(await tables.transact(['tops'], (access) => access.keys('tops', 'a/'))).toHaveLength(60);
    expect(await storage.read({ ...PLACE, mostSamples: 70 })).not.toBeNull();
  });

  it('are not shown where what stands in storage is something else, and a full storage is said', async () => {
    const { storage, tables } = await setUp();
    await storage.write(PLACE, { ...found(), tops: { ...found().tops, units: 9 } });
    expect(await storage.read(PLACE)).toBeNull();
    const full = createTopsStorage({
      ...tables,
      transact: () => Promise.reject(new DOMException('', 'QuotaExceededError')),
    });
    expect(await full.write(PLACE, found())).toBe('quota');
    expect(await full.read(PLACE)).toBeNull();
  });
});
