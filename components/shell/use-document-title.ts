import { useEffect } from 'react';
import { useWorkspace } from '@/components/state/use-workspace';
import { uiMessages } from '@/lib/messages/ui';

/** The design's name in the browser's tab. */
export function useDocumentTitle(): void {
  const name = useWorkspace(({ document }) => document.name);
  useEffect(() => {
    document.title = `${name} – ${uiMessages.en.product}`;
  }, [name]);
}
