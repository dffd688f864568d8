import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useMemo } from 'react';
import { useDesigner } from '@/components/state/designer-context';
import { useCanvasUiStore } from '@/components/canvas/canvas-ui';
import type { LayerFlowNode, ShapeFlowEdge } from '@/components/canvas/flow-types';

interface SelectChange {
  readonly type: 'select';
  readonly id: string;
  readonly selected: boolean;
}

export interface FlowChanges {
  readonly onNodesChange: (changes: NodeChange<LayerFlowNode>[]) => void;
  readonly onEdgesChange: (changes: EdgeChange<ShapeFlowEdge>[]) => void;
}

/** React Flow's changes: selecting goes to the workspace, dragging stays on the canvas until it ends. */
export function useFlowChanges(): FlowChanges {
  const { workspace } = useDesigner();
  const ui = useCanvasUiStore();

  const onNodesChange = useCallback(
    (changes: NodeChange<LayerFlowNode>[]) => {
      const selecting = changes.filter((change) => change.type === 'select');
      if (selecting.length > 0) {
        const { nodes, edges } = workspace.store.getState().selection;
        workspace.actions.select({ nodes: applySelection(nodes, selecting), edges });
      }
      const moved = changes.flatMap((change) =>
        change.type === 'position' && change.position !== undefined && change.dragging === true
          ? [[change.id, change.position] as const]
          : [],
      );
      if (moved.length > 0) ui.setState(({ dragged }) => ({ dragged: { ...dragged, ...Object.fromEntries(moved) } }));
    },
    [workspace, ui],
  );

  const onEdgesChange = useCallback(
    (changes: EdgeChange<ShapeFlowEdge>[]) => {
      const selecting = changes.filter((change) => change.type === 'select');
      if (selecting.length === 0) return;
      const { nodes, edges } = workspace.store.getState().selection;
      workspace.actions.select({ nodes, edges: applySelection(edges, selecting) });
    },
    [workspace],
  );

  return useMemo(() => ({ onNodesChange, onEdgesChange }), [onNodesChange, onEdgesChange]);
}

function applySelection(selected: readonly string[], changes: readonly SelectChange[]): readonly string[] {
  const chosen = new Set(selected);
  for (const { id, selected: isSelected } of changes) {
    if (isSelected) chosen.add(id);
    else chosen.delete(id);
  }
  return [...chosen];
}
