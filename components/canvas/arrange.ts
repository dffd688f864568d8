import type { NodeId } from '@/lib/core/ids';
import type { Document, Position } from '@/lib/document/document';
import type { Workspace } from '@/lib/state/workspace';
import type { CanvasUiStore } from '@/components/canvas/canvas-ui';

/** Up to here the page lays out by itself, before anybody could stop it. */
const MOST_ON_THE_PAGE = 150;

/** Lays the open design out in one step. True where it did; not where it was stopped, or another design opened meanwhile. */
export async function arrange(workspace: Workspace, ui: CanvasUiStore): Promise<boolean> {
  const { document, openDesign } = workspace.store.getState();
  ui.getState().arranging?.abort();
  const positions = await positionsOf(document, ui);
  if (positions === null || workspace.store.getState().openDesign !== openDesign) return false;
  workspace.actions.apply({ kind: 'move', positions });
  return true;
}

async function positionsOf(document: Document, ui: CanvasUiStore): Promise<Readonly<Record<NodeId, Position>> | null> {
  if (Object.keys(document.nodes).length <= MOST_ON_THE_PAGE) {
    const { autoLayout } = await import('@/lib/document/auto-layout');
    return autoLayout(document);
  }
  const arranging = new AbortController();
  ui.setState({ arranging });
  try {
    const { layOutAside } = await import('@/components/canvas/start-layout');
    return await layOutAside(document, arranging.signal);
  } finally {
    if (ui.getState().arranging === arranging) ui.setState({ arranging: null });
  }
}
