import { createStore } from 'zustand/vanilla';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { WeightStorage } from '@/lib/platform/design-weights';
import type { ReadonlyStore } from '@/lib/state/store';

/** The weights that came with designs. Where storage has no room they are there until the page is closed. */
export interface KeptWeights extends WeightStorage {
  /** Grows with every change: what was read before may be out of date. */
  readonly store: ReadonlyStore<number>;
  /** Gives one design the weights of another, if it has some. */
  copy(from: string, to: string): Promise<void>;
}

export function createKeptWeights(storage: WeightStorage, onNoRoom: () => void): KeptWeights {
  const store = createStore<number>(() => 0);
  /** Being written, or without room. */
  const held = new Map<string, readonly NamedTensor[]>();
  let last: Promise<unknown> = Promise.resolve();
  const tell = () => store.setState(store.getState() + 1, true);

  /** One after the other, so that what is asked last holds. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = last.then(task);
    last = done.catch(() => undefined);
    return done;
  }

  async function write(design: string, weights: readonly NamedTensor[]): Promise<boolean> {
    held.set(design, weights);
    tell();
    const isKept = await inTurn(() => storage.write(design, weights));
    if (!isKept) onNoRoom();
    else if (held.get(design) === weights) held.delete(design);
    return isKept;
  }

  const read = async (design: string) => held.get(design) ?? (await inTurn(() => storage.read(design)));

  return {
    store,
    read,
    write,
    async remove(design) {
      held.delete(design);
      tell();
      await inTurn(() => storage.remove(design));
    },
    async copy(from, to) {
      const weights = await read(from);
      if (weights !== null) await write(to, weights);
    },
  };
}
