import { useMemo } from 'react';
import { useExcite } from '@/components/inspect/why/excite/excite-state';
import { excitePreset, type ExcitePreset, type ExciteSettings } from '@/lib/training/inspect/excite-presets';
import type { AskedUnit } from '@/components/inspect/why/use-origin';

/** The preset for this network's input and what the unit sees of it, with what a person has changed. */
export function useExciteSettings(asked: AskedUnit | null): ExciteSettings | null {
  const preset = useExcite((state) => state.preset);
  const changes = useExcite((state) => state.changes);
  return useMemo(
    () => (asked === null ? null : { ...settingsFor(asked, preset), ...changes }),
    [asked, preset, changes],
  );
}

/** Where no field is known, it is as large as the picture. */
export function settingsFor({ subject, unit }: AskedUnit, preset: ExcitePreset): ExciteSettings {
  const size = subject.analysis.layers[unit.layer]?.receptiveField?.size ?? [Infinity];
  return excitePreset(preset, subject.plan.inputShape, Math.min(...size));
}
