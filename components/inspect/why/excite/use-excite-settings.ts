import { useMemo } from 'react';
import { useExcite } from '@/components/inspect/why/excite/excite-state';
import { excitePreset, type ExciteSettings } from '@/lib/training/inspect/excite-presets';
import type { InspectSubject } from '@/lib/state/inspect-state';

/** The preset for this network's input, with what a person has changed of it. */
export function useExciteSettings(subject: InspectSubject | null): ExciteSettings | null {
  const preset = useExcite((state) => state.preset);
  const changes = useExcite((state) => state.changes);
  return useMemo(
    () => (subject === null ? null : { ...excitePreset(preset, subject.plan.inputShape), ...changes }),
    [subject, preset, changes],
  );
}
