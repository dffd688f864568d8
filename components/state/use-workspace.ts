import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useDesigner } from '@/components/state/designer-context';
import type { WorkspaceActions, WorkspaceState } from '@/lib/state/workspace-state';

/** A slice of the workspace: select the smallest; arrays and objects of selected parts are compared one level deep. */
export function useWorkspace<T>(select: (state: WorkspaceState) => T): T {
  return useStore(useDesigner().workspace.store, useShallow(select));
}

/** The only ways to change the workspace; the same object at every render. */
export function useWorkspaceActions(): WorkspaceActions {
  return useDesigner().workspace.actions;
}
