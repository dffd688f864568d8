import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { ColourScale } from '@/lib/inspect/colours';
import type { UnitOrder } from '@/lib/inspect/grid-statistics';
import type { Normalisation } from '@/lib/inspect/normalise';

export interface InspectView {
  readonly normalisation: Normalisation;
  readonly scale: ColourScale;
  /** Of the units in the grid. */
  readonly order: UnitOrder;
  /** How large the maps are drawn: an index in the grid's table of sizes; null: as they fit. */
  readonly size: number | null;
  /** The cell of a unit's map that is pointed at. */
  readonly cell: PointedCell | null;
  /** A picture or video that was chosen or dropped on the panel. */
  readonly file: File | null;
}

export interface PointedCell {
  readonly unit: number;
  readonly row: number;
  readonly column: number;
}

/** How maps are looked at: outlives the panel, which is gone while another one is open. */
const store = createStore<InspectView>(() => ({
  normalisation: 'map',
  scale: 'diverging',
  /** Gone into by keyboard: the arrows go from cell to cell. Left out: a pointer is over it. */
  readonly isByKey?: true;
  order: 'index',
  size: null,
  cell: null,
  file: null,
}));

export const inspectView: Pick<typeof store, 'getState' | 'subscribe'> = store;

export function setInspectView(change: Partial<InspectView>): void {
  store.setState(change);
}

export function useInspectView<T>(select: (view: InspectView) => T): T {
  return useStore(store, useShallow(select));
}
