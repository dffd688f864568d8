import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { createMaps, type MapState } from '@/components/inspect/map/create-maps';

/** Outlive the view, which is gone while another one is open. */
export const maps = createMaps(() => new Worker(new URL('./map-worker.ts', import.meta.url), { type: 'module' }));

export function useDataMap<T>(select: (state: MapState) => T): T {
  return useStore(maps.store, useShallow(select));
}
