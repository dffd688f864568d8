import { usePreferenceActions, usePreferences } from '@/components/state/use-preferences';

/** Sizes in pixels. Those at the bottom are also held by the window's height, so that a canvas to work on is left. */
export const PANELS = {
  palette: { initial: 216, min: 168, max: 360 },
  inspector: { initial: 288, min: 232, max: 480 },
  bottom: { initial: 240, min: 120, max: 1200 },
  // Curves, matrices and pictures need more height than lists; its size is its own, so that lists stay low.
  training: { initial: 380, min: 120, max: 1200 },
} as const;

/** A panel's remembered size with its bounds, as a Splitter takes them. */
export function usePanelSize(panel: keyof typeof PANELS) {
  const { initial, min, max } = PANELS[panel];
  const kept = usePreferences(({ layouts }) => layouts['shell']?.[panel]);
  const { setSize } = usePreferenceActions();
  const size = Math.min(Math.max(kept ?? initial, min), max);
  return { size, initial, min, max, onResize: (pixels: number) => setSize('shell', panel, pixels) };
}
