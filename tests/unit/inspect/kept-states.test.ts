import { keptStates, stateOf } from '@/components/inspect/compare/kept-states';
import { createMemoryTables } from '@/lib/platform/tables';
import { createCheckpointStorage } from '@/lib/training/checkpoints/checkpoint-storage';
import { checkpointAt } from '@/tests/unit/training/checkpoints/checkpoint-double';
import { NO_HEADS, type CheckpointHead } from '@/lib/training/checkpoints/checkpoint';

const head = (epoch: number, batches: number): CheckpointHead => ({ at: batches, epoch, batches, bytes: 1 });
const lastOf = (last: CheckpointHead, best: CheckpointHead | null) =>
  keptStates({ ...NO_HEADS, last, best }, []).find(({ at }) => at === 'last');

describe('what of a run can stand beside another one', () => {
  test('a run that was stopped in its first epoch came to a part of epoch 1, and to no epoch 0', () => {
    expect(lastOf(head(0, 536), null)).toEqual({ at: 'last', epoch: 1, isPartial: true });
  });

  test('a run that was stopped in a later epoch came to a part of that one', () => {
    expect(lastOf(head(2, 2100), head(1, 938))).toEqual({ at: 'last', epoch: 3, isPartial: true });
    expect(lastOf(head(2, 1876), head(1, 938))).toEqual({ at: 'last', epoch: 2, isPartial: false });
  });

  test('a run that was stopped within an epoch is seen to be, with nothing kept of any whole one', async () => {
    const storage = createCheckpointStorage(createMemoryTables());
    const options = { isBest: false, staysKept: false };
    await storage.write('run', checkpointAt({ epoch: 2, batch: 50, batches: 250 }), options);
    expect(stateOf(await storage.heads('run'), 'last')).toEqual({ at: 'last', epoch: 3, isPartial: true });
    await storage.write('run', checkpointAt({ epoch: 3, batch: 0, batches: 300 }), options);
    await storage.finish('run');
    expect(stateOf(await storage.heads('run'), 'last')).toEqual({ at: 'last', epoch: 3, isPartial: false });
  });

  test('kept epochs come in order, each once, then the best and the last', () => {
    const heads = { ...NO_HEADS, kept: [head(1, 10), head(3, 30)], best: head(3, 30), last: head(4, 40) };
    const states = keptStates(heads, [3, 2]);
    expect(states.map(({ at, epoch }) => [at, epoch])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      ['best', 3],
      ['last', 4],
    ]);
    expect(states.some(({ isPartial }) => isPartial)).toBe(false);
  });
});
