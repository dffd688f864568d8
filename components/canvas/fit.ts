import type { FitViewOptions, ReactFlowState } from '@xyflow/react';

/** The whole design in view, clear of the buttons below, never larger than it is. */
export const FIT = {
  padding: { top: '20px', right: '24px', bottom: '64px', left: '24px' },
  maxZoom: 1,
} as const satisfies FitViewOptions;

/** Inside a block, clear of the path back as well. */
export const FIT_INSIDE = { ...FIT.padding, top: '60px' } as const;

/** In a canvas smaller than this, the minimap would lie on the layers that it helps to find. */
export const hasRoomForMinimap = ({ width, height }: ReactFlowState): boolean => width >= 480 && height >= 420;
