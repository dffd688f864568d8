import { createMemoryTables } from '@/lib/platform/tables';
import type { RunTable, RunTables } from '@/lib/platform/run-tables';
import { createRunStorage } from '@/lib/runs/run-storage';
import { createCheckpointStorage } from '@/lib/training/checkpoints/checkpoint-storage';
import { checkpointAt } from '@/tests/unit/training/checkpoints/checkpoint-double';
import { keptRun, lenet5, renamed } from '@/tests/unit/runs/run-double';

const tablesOf = (): RunTables => createMemoryTables<RunTable>();

describe('kept runs', () => {
  test('are read as they were written, newest first in the list', async () => {
    const storage = createRunStorage(tablesOf());
    const [old, recent] = [keptRun('a', { createdAt: 1 }), keptRun('b', { createdAt: 2 })];
    await storage.save(old);
    await storage.save(recent);
    expect(await storage.read('a')).toEqual(old);
    expect((await storage.list()).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('a design like its parent takes a small part of its room and is read to the letter', async () => {
    const storage = createRunStorage(tablesOf());
    const child = keptRun('b', { parent: 'a' }, renamed('Other'));
    await storage.save(keptRun('a'));
    await storage.save(child);
    const bytes = await storage.bytes();
    expect(bytes.get('b')).toBeLessThan((bytes.get('a') ?? 0) / 10);
    expect(JSON.stringify((await storage.read('b'))?.document)).toBe(JSON.stringify(child.document));
  });

  test('a chain of fifty differences is read to the letter', async () => {
    const storage = createRunStorage(tablesOf());
    for (let at = 0; at < 50; at++) {
      const parent = at === 0 ? null : `run-${at - 1}`;
      await storage.save(keptRun(`run-${at}`, { parent }, renamed(`Design ${at}`)));
    }
    expect((await storage.read('run-49'))?.document).toEqual(keptRun('x', {}, renamed('Design 49')).document);
  });

  test('removing a parent for good leaves its children whole and roots them at its own parent', async () => {
    const storage = createRunStorage(tablesOf());
    await storage.save(keptRun('a', {}, renamed('A')));
    await storage.save(keptRun('b', { parent: 'a' }, renamed('B')));
    await storage.save(keptRun('c', { parent: 'b' }, renamed('C')));
    await storage.remove(['b'], 1);
    await storage.purge(2);
    expect((await storage.read('c'))?.record.parent).toBe('a');
    await storage.remove(['a'], 3);
    await storage.purge(4);
    const last = await storage.read('c');
    expect(last?.record.parent).toBeNull();
    expect(last?.document.name).toBe('C');
    expect(last?.document.nodes).toEqual(lenet5.nodes);
  });

  test('progress leaves the name, the tags and the note that a person gave meanwhile', async () => {
    const storage = createRunStorage(tablesOf());
    const run = keptRun('a', { status: 'running' });
    await storage.save(run);
    await storage.change('a', { name: 'Mine', tags: ['good'], note: 'Look' });
    await storage.progress({ ...run, record: { ...run.record, epochs: 3 } });
    expect((await storage.read('a'))?.record).toMatchObject({ name: 'Mine', tags: ['good'], note: 'Look', epochs: 3 });
  });

  test('progress of a run that was removed brings nothing back', async () => {
    const storage = createRunStorage(tablesOf());
    await storage.save(keptRun('a'));
    await storage.remove(['a'], 1);
    expect(await storage.progress(keptRun('a'))).toBe('other');
    expect(await storage.list()).toEqual([]);
  });

  test('count their checkpoints, name the epochs kept, and take them along when they go for good', async () => {
    const tables = tablesOf();
    const [storage, checkpoints] = [createRunStorage(tables), createCheckpointStorage(tables)];
    await storage.save(keptRun('a'));
    const before = (await storage.bytes()).get('a') ?? 0;
    await checkpoints.write('a', checkpointAt({ epoch: 2, batches: 20 }), { isBest: false, staysKept: true });
    expect((await storage.bytes()).get('a')).toBeGreaterThan(before);
    expect((await storage.list())[0]?.kept).toEqual([2]);
    await storage.remove(['a'], 1);
    expect([await storage.list(), [...(await storage.bytes())]]).toEqual([[], []]);
    await storage.purge(2);
    expect(await checkpoints.last('a')).toBeNull();
    expect(await checkpoints.weights('a', 2)).toBeNull();
  });

  test('a removed run is nowhere to be seen and comes back to the letter, its checkpoints too', async () => {
    const tables = tablesOf();
    const [storage, checkpoints] = [createRunStorage(tables), createCheckpointStorage(tables)];
    const run = keptRun('a');
    await storage.save(run);
    const written = checkpointAt({ epoch: 2, batches: 20 });
    await checkpoints.write('a', written, { isBest: true, staysKept: true });
    const before = await storage.read('a');
    await storage.remove(['a'], 5);
    expect(await storage.read('a')).toBeNull();
    expect(await storage.change('a', { name: 'Other' })).toBeNull();
    expect((await storage.checkpoints()).size).toBe(0);
    expect(await storage.removed()).toEqual([{ id: 'a', name: run.record.name, at: 5 }]);
    expect(await storage.restore(['a', 'never'])).toEqual(['a']);
    expect(await storage.read('a')).toEqual(before);
    expect(await checkpoints.last('a')).toEqual(written);
    expect(await storage.removed()).toEqual([]);
  });

  test('only what was removed before the given time is purged, and cannot come back', async () => {
    const storage = createRunStorage(tablesOf());
    for (const id of ['a', 'b', 'c']) await storage.save(keptRun(id));
    await storage.remove(['a'], 1);
    await storage.remove(['b'], 2);
    expect(await storage.purge(2)).toBe(1);
    expect(await storage.restore(['a', 'b'])).toEqual(['b']);
    expect((await storage.list()).map(({ id }) => id).sort()).toEqual(['b', 'c']);
  });

  test('a run that is read in again takes the place of the removed one, whose checkpoints do not become its own', async () => {
    const tables = tablesOf();
    const [storage, checkpoints] = [createRunStorage(tables), createCheckpointStorage(tables)];
    await storage.save(keptRun('a'));
    await storage.save(keptRun('b', { parent: 'a' }, renamed('B')));
    await checkpoints.write('a', checkpointAt({ epoch: 2, batches: 20 }), { isBest: false, staysKept: true });
    await storage.remove(['a'], 1);
    await storage.save(keptRun('a', {}, renamed('Edited')));
    expect((await storage.read('a'))?.document.name).toBe('Edited');
    expect((await storage.read('b'))?.document.name).toBe('B');
    expect(await checkpoints.last('a')).toBeNull();
    expect(await storage.restore(['a'])).toEqual([]);
  });

  test.each([
    ['QuotaExceededError', 'quota'],
    ['SecurityError', 'barred'],
    ['DataCloneError', 'other'],
  ] as const)('a storage that fails with %s says %s', async (name, outcome) => {
    const failing: RunTables = {
      transact: () => Promise.reject(new DOMException('no', name)),
      dispose: () => {},
    };
    expect(await createRunStorage(failing).save(keptRun('a'))).toBe(outcome);
  });
});
