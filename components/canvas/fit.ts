import type { FitViewOptions } from '@xyflow/react';

/** The whole design in view, clear of the buttons below, never larger than it is. */
export const FIT = {
  padding: { top: '20px', right: '24px', bottom: '64px', left: '24px' },
  maxZoom: 1,
} as const satisfies FitViewOptions;
