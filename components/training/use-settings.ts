import { useCallback } from 'react';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import type { OptimizerSettings, TrainingSettings } from '@/lib/document/training-settings';

type Change = Partial<TrainingSettings> | { readonly optimizer: OptimizerSettings };

/** The document's training settings, and the way to change them; typing in one field is one undo step. */
export function useSettings(): readonly [TrainingSettings, (change: Change, field: string) => void] {
  const settings = useWorkspace(({ document }) => document.training);
  const { apply } = useWorkspaceActions();
  const change = useCallback(
    (settings: Change, field: string) => apply({ kind: 'set-training', settings }, `training:${field}`),
    [apply],
  );
  return [settings, change];
}
