import { useEffect } from 'react';
import { useWorkspace } from '@/components/state/use-workspace';
import { PRODUCT } from '@/lib/messages/start';

/** The design's name in the browser's tab. */
export function useDocumentTitle(): void {
  const name = useWorkspace(({ document }) => document.name);
  useEffect(() => {
    document.title = `${name} – ${PRODUCT}`;
  }, [name]);
}
