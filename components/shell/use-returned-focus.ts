import { useLayoutEffect } from 'react';

/**
 * What has the focus when something opens over it gets it back at the end, or the canvas does. Noted in a layout effect:
 * what is inert loses the focus with the next frame.
 */
export function useReturnedFocus(isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!isOpen) return;
    const before = document.activeElement;
    return () => {
      const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected;
      const target = isThere ? before : document.querySelector<HTMLElement>('[data-canvas]');
      target?.focus({ preventScroll: true });
    };
  }, [isOpen]);
}
