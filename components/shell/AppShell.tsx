'use client';

import { useEffect, useState } from 'react';
import { Designer } from '@/components/shell/Designer';
import { ShellErrorBoundary } from '@/components/shell/ShellErrorBoundary';
import { fetchFirstParts } from '@/components/shell/slots';
import { Skeleton } from '@/components/shell/Skeleton';
import { createDesigner, type Designer as DesignerParts } from '@/components/state/create-designer';
import { DesignerProvider } from '@/components/state/designer-context';

/** The whole designer; its outline stands in until this browser's designs are read. */
export function AppShell() {
  const { designer, failure } = useCreatedDesigner();
  if (failure !== null) throw failure.error;
  if (designer === null) return <Skeleton />;
  return (
    <DesignerProvider designer={designer}>
      <ShellErrorBoundary>
        <Designer />
      </ShellErrorBoundary>
    </DesignerProvider>
  );
}

function useCreatedDesigner() {
  const [designer, setDesigner] = useState<DesignerParts | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);

  useEffect(() => {
    let current = true;
    fetchFirstParts();
    const created = createDesigner();
    created.ready.then(
      () => current && setDesigner(created),
      (error: unknown) => current && setFailure({ error }),
    );
    return () => {
      current = false;
      created.dispose();
    };
  }, []);

  return { designer, failure };
}
