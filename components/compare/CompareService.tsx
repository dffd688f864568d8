'use client';

import { useMemo } from 'react';
import type { ComparePort } from '@/lib/state/ports';
import { useDesigner } from '@/components/state/designer-context';
import { usePort } from '@/components/state/use-port';

/** Offers the comparison to the actions. Draws nothing; the panel itself is fetched when it is first opened. */
export function CompareService() {
  const { comparing, preferences } = useDesigner();
  const port = useMemo<ComparePort>(() => {
    const open: ComparePort['open'] = (sources) => {
      // It needs the room; the panel comes back with its tab.
      preferences.actions.set({ bottomPanel: null });
      comparing.open(sources);
    };
    return { open, toggle: () => (comparing.store.getState().isOpen ? comparing.close() : open()) };
  }, [comparing, preferences]);
  usePort('compare', port);
  return null;
}
