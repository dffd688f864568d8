import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useDesigner } from '@/components/state/designer-context';
import { runSession } from '@/components/training/run-session';
import type { RunStore } from '@/lib/state/run';
import type { RunActions } from '@/lib/state/run-actions';
import type { RunState } from '@/lib/state/run-state';

/** A slice of the run: select the smallest; it changes several times a second. */
export function useRun<T>(select: (state: RunState) => T): T {
  return useStore(runSession(useDesigner()).store, useShallow(select));
}

export function useRunActions(): RunActions {
  return runSession(useDesigner()).actions;
}

/** To read outside rendering: what is drawn by hand, frame by frame. */
export function useRunStore(): RunStore['store'] {
  return runSession(useDesigner()).store;
}
