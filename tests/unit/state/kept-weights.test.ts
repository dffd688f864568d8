import type { NamedTensor } from '@/lib/core/named-tensor';
import type { WeightStorage } from '@/lib/platform/design-weights';
import { createKeptWeights } from '@/lib/state/kept-weights';

const tensors: readonly NamedTensor[] = [{ name: 'dense_1/bias', shape: [2], values: Float32Array.of(1, 2) }];

/** Storage with or without room, that answers a turn later, as IndexedDB does. */
function createStorage(hasRoom: boolean): WeightStorage & { readonly stored: ReadonlyMap<string, unknown> } {
  const stored = new Map<string, readonly NamedTensor[]>();
  return {
    stored,
    read: async (design) => Promise.resolve(stored.get(design) ?? null),
    write: async (design, weights) => {
      await Promise.resolve();
      if (hasRoom) stored.set(design, weights);
      return hasRoom;
    },
    remove: async (design) => {
      await Promise.resolve();
      stored.delete(design);
    },
  };
}

test('weights are there at once, while they are still being written, and watchers are told', async () => {
  const kept = createKeptWeights(createStorage(true), jest.fn());
  const told = jest.fn();
  kept.store.subscribe(told);
  const writing = kept.write('a', tensors);
  expect(told).toHaveBeenCalledTimes(1);
  expect(await kept.read('a')).toBe(tensors);
  expect(await writing).toBe(true);
  expect(await kept.read('a')).toBe(tensors);
});

test('where the browser has no room they stay for this visit, which is said once', async () => {
  const onNoRoom = jest.fn();
  const storage = createStorage(false);
  const kept = createKeptWeights(storage, onNoRoom);
  expect(await kept.write('a', tensors)).toBe(false);
  expect(onNoRoom).toHaveBeenCalledTimes(1);
  expect(storage.stored.size).toBe(0);
  expect(await kept.read('a')).toBe(tensors);
});

test('a copy has the same weights, and keeps them when the original drops its own', async () => {
  const storage = createStorage(true);
  const kept = createKeptWeights(storage, jest.fn());
  await kept.write('a', tensors);
  await kept.copy('a', 'b');
  await kept.copy('without weights', 'c');
  await kept.remove('a');
  expect(await kept.read('a')).toBeNull();
  expect(await kept.read('b')).toBe(tensors);
  expect([...storage.stored.keys()]).toEqual(['b']);
});

test('weights dropped while they are still being written are gone', async () => {
  const storage = createStorage(true);
  const kept = createKeptWeights(storage, jest.fn());
  const writing = kept.write('a', tensors);
  const removing = kept.remove('a');
  await Promise.all([writing, removing]);
  expect(await kept.read('a')).toBeNull();
  expect(storage.stored.size).toBe(0);
});
