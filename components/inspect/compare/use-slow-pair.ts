import { useEffect, useState } from 'react';
import { useCompareSession } from '@/components/inspect/compare/compare-session';
import type { Pair } from '@/lib/state/inspect-compare';

/** Between two readings of numbers that change with every look: as fast as they can be read. */
const READ_MS = 250;

/** The pair, at most so often; the first and the last one are never left out. */
export function useSlowPair(): Pair | null {
  const { store } = useCompareSession();
  const [pair, setPair] = useState(() => store.getState().pair);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isNew = false;
    const read = (): void => {
      isNew = false;
      setPair(store.getState().pair);
      timer = setTimeout(() => {
        timer = undefined;
        if (isNew) read();
      }, READ_MS);
    };
    const stop = store.subscribe((now, before) => {
      if (now.pair === before.pair) return;
      if (timer === undefined) read();
      else isNew = true;
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store]);
  return pair;
}
