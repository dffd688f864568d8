import { useEffect, useRef, type RefObject } from 'react';

/** Takes the focus to where a new view begins, so that it is read out and the keys go on from there. */
export function useFirstFocus<E extends HTMLElement>(): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => element.current?.focus({ preventScroll: true }), []);
  return element;
}
