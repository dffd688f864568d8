import { useReactFlow, useStore, type ReactFlowState } from '@xyflow/react';
import { useCallback, type MouseEvent } from 'react';
import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';
import type { LayerFlowNode } from '@/components/canvas/flow-types';
import { useDesigner } from '@/components/state/designer-context';

/** As many layers can be drawn one by one at any size. */
const MANY = 300;
/** Smaller than this, no text on a layer can be read. */
const FAR_ZOOM = 0.3;
/** What a double click brings the layer under it to. */
const READABLE_ZOOM = 0.7;

const isFarOut = (state: ReactFlowState) => state.transform[2] < FAR_ZOOM;

export interface OverviewState {
  /** The design is so large and so far away that it is painted instead of drawn layer by layer. */
  readonly isOverview: boolean;
  /** Selects the painted layer under the pointer, or nothing. */
  readonly onOverviewClick: (event: MouseEvent) => void;
  /** Goes near what is under the pointer. */
  readonly onOverviewDoubleClick: (event: MouseEvent) => void;
}

export function useOverview(nodes: readonly LayerFlowNode[]): OverviewState {
  const { workspace } = useDesigner();
  const flow = useReactFlow();
  const isFar = useStore(isFarOut);
  const onOverviewClick = useCallback(
    (event: MouseEvent) => {
      const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const isUnder = ({ position }: LayerFlowNode) =>
        x >= position.x && x <= position.x + NODE_WIDTH && y >= position.y && y <= position.y + NODE_HEIGHT;
      const hit = nodes.find(isUnder);
      workspace.actions.select({ nodes: hit === undefined ? [] : [hit.id], edges: [] });
    },
    [flow, nodes, workspace],
  );
  const onOverviewDoubleClick = useCallback(
    (event: MouseEvent) => {
      const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      void flow.setCenter(x, y, { zoom: READABLE_ZOOM });
    },
    [flow],
  );
  return { isOverview: isFar && nodes.length > MANY, onOverviewClick, onOverviewDoubleClick };
}
