import { createMemoryTables, type Transaction } from '@/lib/platform/tables';
import type { RunTable, RunTables } from '@/lib/platform/run-tables';
import { createCheckpointStorage } from '@/lib/training/checkpoints/checkpoint-storage';
import { checkpointAt } from '@/tests/unit/training/checkpoints/checkpoint-double';

const PLAIN = { isBest: false, staysKept: false };

async function keysOf(tables: RunTables, table: RunTable): Promise<readonly string[]> {
  return tables.transact([table], (access) => access.keys(table, ''));
}

/** Tables whose writes to one of them fail, as where there is no room. */
function withoutRoomFor(table: RunTable, tables: RunTables): RunTables {
  return {
    ...tables,
    transact: (names, work) =>
      tables.transact(names, (access) => {
        const failing: Transaction<RunTable> = {
          ...access,
          put: (name, key, value) =>
            name === table
              ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
              : access.put(name, key, value),
        };
        return work(failing);
      }),
  };
}

describe('checkpoints', () => {
  test('the last is what was written last, and nothing of the one before stays', async () => {
    const tables = createMemoryTables<RunTable>();
    const storage = createCheckpointStorage(tables);
    for (const batches of [1, 2, 3]) await storage.write('run', checkpointAt({ batches }), PLAIN);
    expect(await storage.last('run')).toEqual(checkpointAt({ batches: 3 }));
    expect(await keysOf(tables, 'weights')).toHaveLength(1);
    expect(await keysOf(tables, 'states')).toHaveLength(1);
  });

  test('the best and the chosen epochs stay, with their weights alone', async () => {
    const tables = createMemoryTables<RunTable>();
    const storage = createCheckpointStorage(tables);
    await storage.write('run', checkpointAt({ epoch: 1, batches: 1 }), { isBest: true, staysKept: false });
    await storage.write('run', checkpointAt({ epoch: 2, batches: 2 }), { isBest: false, staysKept: true });
    await storage.write('run', checkpointAt({ epoch: 3, batches: 3 }), PLAIN);
    expect((await storage.weights('run', 'best'))?.[0]?.values[0]).toBe(1);
    expect((await storage.weights('run', 2))?.[0]?.values[0]).toBe(2);
    expect((await storage.weights('run', 'last'))?.[0]?.values[0]).toBe(3);
    expect(await storage.weights('run', 1)).toBeNull();
    expect(await keysOf(tables, 'states')).toHaveLength(1);
  });

  test.each(['weights', 'states', 'heads'] as const)(
    'a write that finds no room for its %s says so and leaves the one before whole',
    async (table) => {
      const tables = createMemoryTables<RunTable>();
      const storage = createCheckpointStorage(tables);
      await storage.write('run', checkpointAt({ batches: 1 }), { isBest: true, staysKept: false });
      const full = createCheckpointStorage(withoutRoomFor(table, tables));
      expect(await full.write('run', checkpointAt({ batches: 2 }), PLAIN)).toEqual({ ok: false, fault: 'quota' });
      expect(await storage.last('run')).toEqual(checkpointAt({ batches: 1 }));
      expect((await storage.weights('run', 'best'))?.[0]?.values[0]).toBe(1);
    },
  );

  test('of a finished run only the weights stay', async () => {
    const tables = createMemoryTables<RunTable>();
    const storage = createCheckpointStorage(tables);
    await storage.write('run', checkpointAt({ batches: 4 }), PLAIN);
    await storage.finish('run');
    expect(await storage.last('run')).toBeNull();
    expect((await storage.weights('run', 'last'))?.[0]?.values[0]).toBe(4);
  });

  test('runs do not touch each other, even where one id begins as the other', async () => {
    const tables = createMemoryTables<RunTable>();
    const storage = createCheckpointStorage(tables);
    await storage.write('run', checkpointAt({ batches: 1 }), PLAIN);
    await storage.write('run2', checkpointAt({ batches: 2 }), PLAIN);
    await storage.write('run', checkpointAt({ batches: 3 }), PLAIN);
    expect((await storage.last('run2'))?.memory.place.batches).toBe(2);
  });
});
