import { useEffect } from 'react';
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Stroke } from '@/lib/datasets/drawing';
import type { ColourScale } from '@/lib/inspect/colours';
import type { UnitOrder } from '@/lib/inspect/grid-statistics';
import type { Normalisation } from '@/lib/inspect/normalise';
import type { InputSource } from '@/lib/state/inspect-state';

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
  /** On the sheet to draw on: what is drawn there is still there when the panel is opened again. */
  readonly strokes: readonly Stroke[];
  /** Where the input comes from; null: where the first one that there is does. */
  readonly inputKind: InputSource['kind'] | null;
  /** Ids of the view in the middle and of the one of the unit; null: the first. */
  readonly panelView: string | null;
  readonly unitView: string | null;
  /** Ids of the views that are on the page, in that order. */
  readonly shown: readonly string[];
}

export interface PointedCell {
  readonly unit: number;
  readonly row: number;
  readonly column: number;
  /** Gone into by keyboard: the arrows go from cell to cell. Left out: a pointer is over it. */
  readonly isByKey?: true;
}

/** How maps are looked at: outlives the panel, which is gone while another one is open. */
const store = createStore<InspectView>(() => ({
  normalisation: 'map',
  scale: 'diverging',
  order: 'index',
  size: null,
  cell: null,
  file: null,
  strokes: [],
  inputKind: null,
  panelView: null,
  unitView: null,
  shown: [],
}));

export const inspectView: Pick<typeof store, 'getState' | 'subscribe'> = store;

export function setInspectView(change: Partial<InspectView>): void {
  store.setState(change);
}

export function useInspectView<T>(select: (view: InspectView) => T): T {
  return useStore(store, useShallow(select));
}

/** Files have nothing of their own to tell them apart by: compared as other values are, a second one would pass for the first. */
export function useChosenFile(): File | null {
  return useStore(store, ({ file }) => file);
}

/** Says that a view is on the page for as long as its place is. */
export function useShownView(id: string | null): void {
  useEffect(() => {
    if (id === null) return undefined;
    store.setState(({ shown }) => ({ shown: [...shown, id] }));
    return () => store.setState(({ shown }) => ({ shown: shown.filter((one) => one !== id) }));
  }, [id]);
}
