import { getNodesBounds, getViewportForBounds, type ReactFlowInstance } from '@xyflow/react';
import { FIT, FIT_INSIDE } from '@/components/canvas/fit';
import type { LayerFlowNode } from '@/components/canvas/flow-types';

export const MIN_ZOOM = 0.08;

/** Brings these layers into view, also while they are painted instead of drawn and React Flow knows none of them. */
export function fitNodes(
  flow: ReactFlowInstance,
  nodes: readonly LayerFlowNode[],
  options: { readonly padding?: number; readonly duration?: number } = {},
): void {
  const pane = document.querySelector('[data-canvas]');
  if (nodes.length === 0 || pane === null) return;
  const { duration = 0, padding = pane.hasAttribute('data-inside') ? FIT_INSIDE : FIT.padding } = options;
  const bounds = getNodesBounds([...nodes]);
  const { clientWidth: width, clientHeight: height } = pane;
  void flow.setViewport(getViewportForBounds(bounds, width, height, MIN_ZOOM, FIT.maxZoom, padding), { duration });
}
