import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PairOrder } from '@/components/inspect/compare/pair-figures';

/** Outlives the view. */
const store = createStore<{ readonly order: PairOrder }>(() => ({ order: 'index' }));

export const compareOrder: Pick<typeof store, 'getState' | 'subscribe'> = store;

export function setPairOrder(order: PairOrder): void {
  store.setState({ order });
}

export function usePairOrder(): PairOrder {
  return useStore(store, ({ order }) => order);
}
