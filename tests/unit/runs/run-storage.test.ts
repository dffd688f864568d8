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

  test('removing a parent leaves its children whole and roots them at its own parent', async () => {
    const storage = createRunStorage(tablesOf());
    await storage.save(keptRun('a', {}, renamed('A')));
    await storage.save(keptRun('b', { parent: 'a' }, renamed('B')));
    await storage.save(keptRun('c', { parent: 'b' }, renamed('C')));
    await storage.remove(['b']);
    expect((await storage.read('c'))?.record.parent).toBe('a');
    await storage.remove(['a']);
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
    await storage.remove(['a']);
    expect(await storage.progress(keptRun('a'))).toBe('other');
    expect(await storage.list()).toEqual([]);
  });

  test('count their checkpoints, name the epochs kept, and take them along when they go', async () => {
    const tables = tablesOf();
    const [storage, checkpoints] = [createRunStorage(tables), createCheckpointStorage(tables)];
    await storage.save(keptRun('a'));
    const before = (await storage.bytes()).get('a') ?? 0;
    await checkpoints.write('a', checkpointAt({ epoch: 2, batches: 20 }), { isBest: false, staysKept: true });
    expect((await storage.bytes()).get('a')).toBeGreaterThan(before);
    expect((await storage.list())[0]?.kept).toEqual([2]);
    await storage.remove(['a']);
    expect(await checkpoints.last('a')).toBeNull();
    expect(await checkpoints.weights('a', 2)).toBeNull();
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
