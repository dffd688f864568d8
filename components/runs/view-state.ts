import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Axis, Quantity } from '@/lib/runs/chart/series';
import type { RunId } from '@/lib/runs/run-record';
import { EVERY_RUN, type Filter, type Sorting } from '@/lib/runs/table/run-row';

/** More than this cannot be told apart in one picture. */
export const MOST_SHOWN = 64;

export interface ViewState {
  readonly filter: Filter;
  readonly sorting: Sorting;
  /** The chosen runs in the order in which they were chosen, each with its look for as long as it is chosen. */
  readonly shown: readonly { readonly id: RunId; readonly look: number }[];
  /** null: the oldest of those shown. */
  readonly baseline: RunId | null;
  readonly view: 'curves' | 'values' | 'parallel';
  readonly quantity: Quantity;
  readonly axis: Axis;
  /** In [0, 1). */
  readonly smoothing: number;
  readonly isLog: boolean;
  /** Runs that differ by their seed only are shown as their mean and spread. */
  readonly isGrouped: boolean;
}

/** How runs are looked at: outlives the panel, which is gone while another one is open. */
const store = createStore<ViewState>(() => ({
  filter: EVERY_RUN,
  sorting: { by: 'date', descending: true },
  shown: [],
  baseline: null,
  view: 'curves',
  quantity: 'loss',
  axis: 'epoch',
  smoothing: 0.9,
  isLog: false,
  isGrouped: false,
}));

export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(store, useShallow(select));
}

export const readView = (): ViewState => store.getState();

export const setView = (change: Partial<ViewState>): void => store.setState(change);

/** Chooses exactly these; those chosen already keep their looks. */
export function showRuns(ids: readonly RunId[]): void {
  const before = new Map(store.getState().shown.map(({ id, look }) => [id, look]));
  const kept = [...new Set(ids)].slice(0, MOST_SHOWN);
  const taken = new Set(kept.flatMap((id) => before.get(id) ?? []));
  const shown = kept.map((id) => {
    const known = before.get(id);
    if (known !== undefined) return { id, look: known };
    let look = 0;
    while (taken.has(look)) look += 1;
    taken.add(look);
    return { id, look };
  });
  store.setState({ shown });
}

export function toggleRun(id: RunId): void {
  const ids = store.getState().shown.map((run) => run.id);
  showRuns(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
}
