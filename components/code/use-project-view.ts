import { useEffect, useState } from 'react';
import { useWorkspace } from '@/components/state/use-workspace';
import { viewProject, type ProjectView } from '@/components/code/project-view';

/** Long enough that a drag or typing does not rewrite the code at every step. */
const PAUSE_MS = 200;

/** The open design's project, rewritten shortly after each change. */
export function useProjectView(): ProjectView {
  const open = useWorkspace(({ openDesign: design, document, analysis }) => ({ design, document, analysis }));
  const [view, setView] = useState(() => viewProject(open, null));
  useEffect(() => {
    const timer = setTimeout(() => setView((earlier) => viewProject(open, earlier)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [open]);
  return view;
}
