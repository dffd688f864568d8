'use client';

import { useEffect } from 'react';
import { useDesigner } from '@/components/state/designer-context';

/** Makes Train, Pause and Stop work before the training panel was ever open, without weighing on the first load. */
export function RunHost() {
  const designer = useDesigner();
  useEffect(() => {
    let isGone = false;
    const load = () =>
      void import('@/components/training/run-session').then(({ runSession }) => {
        if (!isGone) runSession(designer);
      });
    const handle = setTimeout(load, 1000);
    return () => {
      isGone = true;
      clearTimeout(handle);
    };
  }, [designer]);
  return null;
}
