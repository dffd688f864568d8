'use client';

import { useEffect, useState } from 'react';
import type { Started } from '@/components/shell/start';
import { ShellErrorBoundary } from '@/components/shell/ShellErrorBoundary';
import { Skeleton } from '@/components/shell/Skeleton';

/** All that works, fetched while the outline is shown: the page's own scripts stay few. */
const loadStart = () => import('@/components/shell/start');
// At once, and not when React has come round to it.
if (typeof window !== 'undefined') void loadStart().catch(() => undefined);

/** The whole designer; its outline stands in until this browser's designs are read. */
export function AppShell() {
  const { started, failure } = useStarted();
  if (failure !== null) throw failure.error;
  if (started === null) return <Skeleton />;
  const { Designer, DesignerProvider, designer } = started;
  return (
    <DesignerProvider designer={designer}>
      <ShellErrorBoundary>
        <Designer />
      </ShellErrorBoundary>
    </DesignerProvider>
  );
}

function useStarted() {
  const [started, setStarted] = useState<Started | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);

  useEffect(() => {
    let current = true;
    let stop = () => {};
    loadStart()
      .then(({ start }) => {
        if (!current) return;
        const starting = start();
        stop = starting.dispose;
        return starting.ready.then((ready) => current && setStarted(ready));
      })
      .catch((error: unknown) => current && setFailure({ error }));
    return () => {
      current = false;
      stop();
    };
  }, []);

  return { started, failure };
}
