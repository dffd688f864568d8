import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * A problem that is mended or silenced takes its buttons along: the focus goes to the panel it was in, or to the canvas,
 * and not to the top of the page. The cleanup runs while the element still stands in the page.
 */
export function useKeptFocus<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useLayoutEffect(() => {
    const current = element.current;
    return () => {
      if (current?.contains(document.activeElement) !== true) return;
      const panel = current.closest<HTMLElement>('[role=tabpanel]');
      (panel ?? document.querySelector<HTMLElement>('[data-canvas]'))?.focus({ preventScroll: true });
    };
  }, []);
  return element;
}
