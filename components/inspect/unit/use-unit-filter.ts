import { useLayoutEffect, useMemo, useState } from 'react';
import type { UnitAt } from '@/lib/analysis/filters/behind';
import { unitFilterSteps, type UnitFilter } from '@/lib/analysis/filters/unit-filter';
import { inTurns } from '@/lib/core/steps';
import type { InspectSubject } from '@/lib/state/inspect-state';

/** Of a turn: most filters are there in the first, before anything is drawn. */
const TURN_MS = 8;

interface Question {
  readonly analysis: InspectSubject['analysis'];
  readonly weights: InspectSubject['weights'];
  readonly at: UnitAt;
}

/**
 * The filter of a unit, worked out in turns that leave the page to others; meanwhile that of the unit before in the same
 * layer. Undefined: there is none yet; null: no weighted sum stands behind the unit. `at` null: none is asked for.
 */
export function useUnitFilter({ analysis, weights }: InspectSubject, at: UnitAt | null): UnitFilter | null | undefined {
  const [found, setFound] = useState<{ readonly of: Question; readonly filter: UnitFilter | null } | null>(null);
  const asked = useMemo<Question | null>(() => at && { analysis, weights, at }, [analysis, weights, at]);
  useLayoutEffect(() => {
    if (asked === null) return undefined;
    return inTurns(unitFilterSteps(asked.analysis, asked.weights, asked.at), {
      onDone: (filter) => setFound({ of: asked, filter }),
      now: () => performance.now(),
      later(task) {
        const timeout = setTimeout(task);
        return () => clearTimeout(timeout);
      },
      mostMs: TURN_MS,
    });
  }, [asked]);
  if (asked === null) return null;
  const isOfLayer = found?.of.analysis === asked.analysis && found.of.at.layer === asked.at.layer;
  return isOfLayer ? found.filter : undefined;
}
