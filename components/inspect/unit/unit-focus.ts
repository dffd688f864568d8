import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { createStore } from 'zustand/vanilla';
import { useInspectView, type InspectView } from '@/components/inspect/view-state';
import type { NodeId } from '@/lib/core/ids';
import type { Pair } from '@/lib/layers/fields';
import type { InspectLayer } from '@/lib/state/inspect-state';

export interface UnitFocus {
  /** The layer that the cells are of. */
  readonly layer: NodeId | null;
  /** Held by a click or the keyboard; null: the cell that is excited most. */
  readonly pinned: Pair | null;
  /** Under the pointer. */
  readonly hovered: Pair | null;
  /** How much of the map is laid over the picture, from 0 to 1. */
  readonly opacity: number;
}

const store = createStore<UnitFocus>(() => ({ layer: null, pinned: null, hovered: null, opacity: 0.6 }));

/** Which cell of a unit's map is looked at: outlives the view, so that the filter's view reads the same one. */
export const unitFocus: Pick<typeof store, 'getState' | 'subscribe'> = store;

export function useUnitFocus<T>(select: (focus: UnitFocus) => T): T {
  return useStore(store, useShallow(select));
}

export function pinCell(layer: NodeId, pinned: Pair | null): void {
  store.setState({ layer, pinned });
}

export function hoverCell(layer: NodeId, hovered: Pair | null): void {
  const { layer: before, pinned } = store.getState();
  store.setState({ layer, hovered, pinned: before === layer ? pinned : null });
}

export function setOpacity(opacity: number): void {
  store.setState({ opacity });
}

/** The cell that is looked at: here, or pointed at in the grid of maps; null: the one that is excited most. */
export function focusedCell(
  { layer, pinned, hovered }: UnitFocus,
  { cell }: Pick<InspectView, 'cell'>,
  of: Pick<InspectLayer, 'node' | 'shape'>,
): Pair | null {
  const own = layer === of.node ? hovered : null;
  // The grid draws a sequence lying.
  const pointed =
    cell === null ? null : of.shape.length === 2 ? ([cell.column, 0] as const) : ([cell.row, cell.column] as const);
  return own ?? pointed ?? (layer === of.node ? pinned : null);
}

export function useFocusedCell(of: Pick<InspectLayer, 'node' | 'shape'>): Pair | null {
  const focus = useUnitFocus((state) => state);
  const cell = useInspectView((view) => view.cell);
  return useMemo(() => focusedCell(focus, { cell }, of), [focus, cell, of]);
}
