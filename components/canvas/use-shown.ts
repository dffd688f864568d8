import { useLayoutEffect } from 'react';
import { useCanvasUiStore } from '@/components/canvas/canvas-ui';
import type { LayerFlowNode } from '@/components/canvas/flow-types';

/** Tells the rest of the canvas what it shows; React Flow itself knows nothing of layers that are painted from afar. */
export function useShown(nodes: readonly LayerFlowNode[]): void {
  const ui = useCanvasUiStore();
  useLayoutEffect(() => {
    ui.setState({ shown: nodes });
  }, [nodes, ui]);
}
