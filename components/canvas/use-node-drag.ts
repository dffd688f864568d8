import type { OnNodeDrag } from '@xyflow/react';
import { useCallback, useMemo } from 'react';
import type { EdgeId } from '@/lib/core/ids';
import type { Command } from '@/lib/document/command';
import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';
import { shownDesign } from '@/lib/state/shown-design';
import { canvasMessages } from '@/lib/messages/canvas';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspaceActions } from '@/components/state/use-workspace';
import { useMessages } from '@/components/ui/use-messages';
import { useAnnounce } from '@/components/canvas/Announcer';
import { useCanvasUiStore } from '@/components/canvas/canvas-ui';
import { isConnected, takesInput } from '@/components/canvas/connection-rules';
import { inDocument } from '@/components/canvas/drag-frames';
import { nearestRoute } from '@/lib/pictures/edge-path';
import type { Route } from '@/lib/pictures/edge-route';
import type { LayerFlowNode } from '@/components/canvas/flow-types';

/** How near the middle of a layer must come to an edge to be put on it. */
const REACH = NODE_HEIGHT / 2;

export interface NodeDragHandlers {
  readonly onNodeDrag: OnNodeDrag<LayerFlowNode>;
  readonly onNodeDragStop: OnNodeDrag<LayerFlowNode>;
  readonly onSelectionDragStop: () => void;
}

/** A whole drag is one command at its end. A loose layer let go on an edge is put between its two layers. */
export function useNodeDrag(routes: ReadonlyMap<EdgeId, Route>): NodeDragHandlers {
  const { workspace } = useDesigner();
  const { apply } = useWorkspaceActions();
  const ui = useCanvasUiStore();
  const announce = useAnnounce();
  const messages = useMessages(canvasMessages);

  const onNodeDrag = useCallback<OnNodeDrag<LayerFlowNode>>(
    (_event, node, nodes) => {
      const { document } = workspace.store.getState();
      const isLoose = nodes.length === 1 && !isConnected(document, node.id) && takesInput(document, node.id);
      const centre = { x: node.position.x + NODE_WIDTH / 2, y: node.position.y + NODE_HEIGHT / 2 };
      const dropEdge = isLoose ? nearestRoute(routes, centre, REACH) : null;
      if (dropEdge !== ui.getState().dropEdge) ui.setState({ dropEdge });
    },
    [routes, ui, workspace],
  );

  const finish = useCallback(() => {
    const { dragged, dropEdge } = ui.getState();
    ui.setState({ dragged: null, dropEdge: null });
    if (dragged === null) return;
    const ids = Object.keys(dragged);
    const { document, view } = workspace.store.getState();
    const move: Command = { kind: 'move', positions: inDocument(shownDesign(document, view), dragged) };
    const [node] = ids;
    const splices = dropEdge !== null && node !== undefined && ids.length === 1;
    apply(splices ? { kind: 'batch', commands: [move, { kind: 'splice-on-edge', edge: dropEdge, node }] } : move);
    announce(messages.moved(ids.length));
  }, [apply, announce, messages, ui, workspace]);

  return useMemo(() => ({ onNodeDrag, onNodeDragStop: finish, onSelectionDragStop: finish }), [onNodeDrag, finish]);
}
