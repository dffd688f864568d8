import { useEffect } from 'react';
import { useCompareSession } from '@/components/inspect/compare/compare-session';
import { compareOrder } from '@/components/inspect/compare/compare-order';
import { onTheme } from '@/components/inspect/theme-now';
import { useInspectStore } from '@/components/inspect/use-inspect';
import { inspectView } from '@/components/inspect/view-state';

/** Calls when anything that is drawn of a pair has changed, outside React. */
export function usePairDrawn(paintSoon: () => void): void {
  const { store } = useCompareSession();
  const shown = useInspectStore();
  useEffect(() => {
    paintSoon();
    const stops = [
      store.subscribe((now, before) => {
        if (now.pair !== before.pair) paintSoon();
      }),
      shown.subscribe((now, before) => {
        if (now.unit !== before.unit) paintSoon();
      }),
      inspectView.subscribe(paintSoon),
      compareOrder.subscribe(paintSoon),
      onTheme(paintSoon),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [store, shown, paintSoon]);
}
