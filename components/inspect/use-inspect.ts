import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { inspectSession } from '@/components/inspect/inspect-session';
import { useDesigner } from '@/components/state/designer-context';
import type { InspectStore } from '@/lib/state/inspect';
import type { InspectActions } from '@/lib/state/inspect-actions';
import type { InspectState } from '@/lib/state/inspect-state';

/** A slice of what is looked at: select the smallest; looks change with every frame of a camera. */
export function useInspect<T>(select: (state: InspectState) => T): T {
  return useStore(inspectSession(useDesigner()).store, useShallow(select));
}

export function useInspectActions(): InspectActions {
  return inspectSession(useDesigner()).actions;
}

/** To read outside rendering: what is drawn by hand, look by look. */
export function useInspectStore(): InspectStore['store'] {
  return inspectSession(useDesigner()).store;
}
