import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { createStore } from 'zustand/vanilla';
import type { NodeId } from '@/lib/core/ids';
import type { Attribution, Cell, UnitRef } from '@/lib/training/inspect/protocol';

/** Whose answer is explained. */
export type Origin =
  /** The unit that is chosen in the maps. */
  | { readonly kind: 'chosen' }
  /** The class that the network names. */
  | { readonly kind: 'predicted' }
  | { readonly kind: 'output'; readonly channel: number }
  /** Held, whatever is chosen meanwhile. */
  | { readonly kind: 'frozen'; readonly unit: UnitRef };

export interface WhyState {
  readonly method: Attribution;
  readonly origin: Origin;
  /** null: the strongest. */
  readonly cell: Cell | null;
  readonly patch: number;
  readonly stride: number;
  /** Of Grad-CAM; null: the last with places. */
  readonly through: NodeId | null;
  /** Of what is laid over the input. */
  readonly opacity: number;
}

/** What is asked: outlives the view, which is gone while another one is open. */
const store = createStore<WhyState>(() => ({
  method: 'gradient-input',
  origin: { kind: 'chosen' },
  cell: null,
  patch: 5,
  stride: 2,
  through: null,
  opacity: 0.85,
}));

export function setWhy(change: Partial<WhyState>): void {
  store.setState(change);
}

export function useWhy<T>(select: (state: WhyState) => T): T {
  return useStore(store, useShallow(select));
}
