import { useCallback, useEffect, useRef } from 'react';
import type { GridLayout } from '@/lib/inspect/grid-layout';

interface Revealing {
  readonly unit: number | null;
  readonly layout: GridLayout;
  /** In what order they stand: another text for another one. */
  readonly by: string;
  /** The units as they stand now. */
  readonly order: () => ArrayLike<number>;
  readonly reveal: (position: number) => void;
  readonly paintSoon: () => void;
}

/**
 * Brings the chosen unit into view where it was chosen somewhere else, or stands somewhere else than before. Answers what
 * is to be called when the units were drawn: before, it is not known where they stand.
 */
export function useRevealedUnit({ unit, layout, by, order, reveal, paintSoon }: Revealing): () => void {
  const isAwaited = useRef(false);
  const latest = useRef({ unit, order, reveal, paintSoon });
  useEffect(() => {
    latest.current = { unit, order, reveal, paintSoon };
  });
  useEffect(() => {
    isAwaited.current = unit !== null;
    latest.current.paintSoon();
  }, [unit, layout, by]);
  return useCallback(() => {
    if (!isAwaited.current) return;
    isAwaited.current = false;
    const { unit: chosen, order: units, reveal: show } = latest.current;
    const position = chosen === null ? -1 : Array.prototype.indexOf.call(units(), chosen);
    if (position >= 0) show(position);
  }, []);
}
