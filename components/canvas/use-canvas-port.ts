import { useReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { useEffect, useMemo } from 'react';
import type { NodeId } from '@/lib/core/ids';
import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';
import { arrange } from '@/components/canvas/arrange';
import { fitNodes } from '@/components/canvas/fit-nodes';
import type { CanvasPort } from '@/lib/state/ports';
import { useDesigner } from '@/components/state/designer-context';
import { usePort } from '@/components/state/use-port';
import { useWorkspace } from '@/components/state/use-workspace';
import { useCanvasUiStore, type CanvasUiStore } from '@/components/canvas/canvas-ui';

const EASE = { duration: 180 };
/** A layer being shown is at least this large. */
const READABLE_ZOOM = 0.7;

/** What actions can do with the canvas. Another design, and the inside of a block, is fitted into view when it opens. */
export function useCanvasPort(): void {
  const { workspace, preferences } = useDesigner();
  const flow = useReactFlow();
  const ui = useCanvasUiStore();
  const openDesign = useWorkspace((state) => (state.saveState === 'loading' ? null : state.openDesign));
  const path = useWorkspace(({ view }) => view.path.join(' '));
  const expanded = useWorkspace(({ view }) => view.expanded.join(' '));

  useEffect(() => {
    if (openDesign === null) return;
    ui.setState({ isFitted: true });
    const { shown } = ui.getState();
    if (shown.length > 0) fitNodes(flow, shown);
    else void flow.setViewport({ x: 0, y: 0, zoom: 1 });
  }, [openDesign, path, flow, ui]);

  useEffect(() => {
    const { shown, isFitted } = ui.getState();
    if (isFitted) fitNodes(flow, shown);
  }, [expanded, flow, ui]);

  const port = useMemo<CanvasPort>(() => {
    const fit = () => {
      ui.setState({ isFitted: true });
      fitNodes(flow, ui.getState().shown, motion());
    };
    const look = (move: () => void) => () => {
      ui.setState({ isFitted: false });
      move();
    };
    const show = (nodes: readonly NodeId[]) => {
      // A panel lies on it.
      if (preferences.store.getState().bottomMaximized) preferences.actions.set({ bottomMaximized: false });
      reveal(flow, ui, nodes);
    };
    return {
      fitView: fit,
      zoomIn: look(() => void flow.zoomIn()),
      zoomOut: look(() => void flow.zoomOut()),
      autoLayout: () =>
        void arrange(workspace, ui).then((isArranged) => {
          if (isArranged) requestAnimationFrame(fit);
        }),
      reveal: show,
      renameLayer: (renaming) => {
        show([renaming]);
        ui.setState({ renaming });
      },
    };
  }, [flow, ui, workspace, preferences]);
  usePort('canvas', port);
}

function motion(): { readonly duration: number } {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? { duration: 0 } : EASE;
}

/** Moves only when a layer is off the screen or too small to read. */
function reveal(flow: ReactFlowInstance, ui: CanvasUiStore, ids: readonly NodeId[]): void {
  const nodes = ui.getState().shown.filter(({ id }) => ids.includes(id));
  const pane = document.querySelector('[data-canvas]')?.getBoundingClientRect();
  if (nodes.length === 0 || pane === undefined) return;
  const isVisible = nodes.every(({ position }) => {
    const start = flow.flowToScreenPosition(position);
    const end = flow.flowToScreenPosition({ x: position.x + NODE_WIDTH, y: position.y + NODE_HEIGHT });
    return start.x >= pane.left && end.x <= pane.right && start.y >= pane.top && end.y <= pane.bottom;
  });
  const zoom = flow.getZoom();
  if (isVisible && zoom >= READABLE_ZOOM / 2) return;
  ui.setState({ isFitted: false });
  const [only] = nodes;
  if (nodes.length > 1 || only === undefined) {
    fitNodes(flow, nodes, { padding: 0.2, ...motion() });
    return;
  }
  const middle = { x: only.position.x + NODE_WIDTH / 2, y: only.position.y + NODE_HEIGHT / 2 };
  void flow.setCenter(middle.x, middle.y, { zoom: Math.max(zoom, READABLE_ZOOM), ...motion() });
}
