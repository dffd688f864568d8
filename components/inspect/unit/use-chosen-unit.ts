import { useEffect, useMemo } from 'react';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { unitBehind, type Behind } from '@/lib/analysis/filters/behind';
import { useUnitFilter } from '@/components/inspect/unit/use-unit-filter';
import type { UnitFilter } from '@/lib/analysis/filters/unit-filter';
import type { InspectLayer, InspectSubject } from '@/lib/state/inspect-state';

export interface ChosenUnit {
  readonly subject: InspectSubject;
  readonly layer: InspectLayer;
  readonly unit: number;
}

/** Null while nothing is open or chosen. */
export function useChosenUnit(): ChosenUnit | null {
  const subject = useInspect((state) => state.subject);
  const node = useInspect(({ layer }) => layer);
  const unit = useInspect((state) => state.unit);
  const layer = subject?.layers.find((known) => known.node === node);
  return useMemo(
    () => (subject === null || layer === undefined || unit === null ? null : { subject, layer, unit }),
    [subject, layer, unit],
  );
}

export interface FilterBehind {
  readonly behind: Behind | null;
  /** Null: no weighted sum stands behind the unit, or it is not there yet. */
  readonly filter: UnitFilter | null;
  readonly isWaiting: boolean;
}

/** Whose weights make the unit; what its filter reads and gives comes with every look meanwhile. */
export function useFilterBehind({ subject, layer: { node }, unit }: ChosenUnit): FilterBehind {
  const { watch } = useInspectActions();
  const { analysis, layers } = subject;
  const behind = useMemo(() => unitBehind(analysis, node, unit), [analysis, node, unit]);
  const known = useUnitFilter(subject, behind?.kind === 'filter' ? behind.at : null);
  const filter = known ?? null;
  const [own, read] = [filter?.layer, filter?.input];
  useEffect(() => {
    const nodes = [own, read].filter((id) => id !== undefined && layers.some((known) => known.node === id));
    return watch(nodes.flatMap((id) => id ?? []));
  }, [watch, own, read, layers]);
  return { behind, filter, isWaiting: known === undefined };
}
