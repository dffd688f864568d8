import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { createStore } from 'zustand/vanilla';
import type { NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';
import type { Attribution, Cell, PatchFill, UnitRef } from '@/lib/training/inspect/protocol';

/** Whose answer is explained. */
export type Origin =
  /** The unit that is chosen in the maps. */
  | { readonly kind: 'chosen' }
  /** The class that the network names. */
  | { readonly kind: 'predicted' }
  | { readonly kind: 'output'; readonly channel: number }
  /** Held, whatever is chosen meanwhile, as long as the network is that of the design. */
  | { readonly kind: 'frozen'; readonly unit: UnitRef; readonly design: Document };

export interface WhyState {
  readonly method: Attribution;
  readonly origin: Origin;
  /** null: the strongest. */
  readonly cell: Cell | null;
  readonly patch: number;
  readonly stride: number;
  readonly fill: PatchFill;
  /** Of Grad-CAM; null: the last with places. */
  readonly through: NodeId | null;
  /** Of what is laid over the input. */
  readonly opacity: number;
  /** Of pictures only what the cell sees is drawn. */
  readonly isZoomed: boolean;
}

/** What is asked: outlives the view, which is gone while another one is open. */
const store = createStore<WhyState>(() => ({
  method: 'gradient-input',
  origin: { kind: 'chosen' },
  cell: null,
  patch: 5,
  stride: 2,
  fill: 'fitting',
  through: null,
  opacity: 0.85,
  isZoomed: false,
}));

export function setWhy(change: Partial<WhyState>): void {
  store.setState(change);
}

export function useWhy<T>(select: (state: WhyState) => T): T {
  return useStore(store, useShallow(select));
}
