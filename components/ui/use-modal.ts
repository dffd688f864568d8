import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Shows a <dialog> as a modal for as long as it is on the page. The focus goes to what matches `focus`, if anything does,
 * and at the end back to where it was: the browser gives it back when the dialog is closed, not when it is merely
 * removed, so it is closed in a layout effect, while it still stands in the page.
 */
export function useModal(focus: string): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>(focus)?.focus();
    return () => element?.close();
  }, [focus]);
  return dialog;
}
