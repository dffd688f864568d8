import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useDesigner } from '@/components/state/designer-context';
import type { PreferenceActions } from '@/lib/state/preferences';
import type { Preferences } from '@/lib/state/preferences-state';

export function usePreferences<T>(select: (preferences: Preferences) => T): T {
  return useStore(useDesigner().preferences.store, useShallow(select));
}

export function usePreferenceActions(): PreferenceActions {
  return useDesigner().preferences.actions;
}
