import { useEffect, useState, type RefObject } from 'react';

/** The width of an element as it is now. */
export function useElementSize(element: RefObject<HTMLElement | null>): { readonly width: number } {
  const [width, setWidth] = useState(600);
  useEffect(() => {
    const shown = element.current;
    if (shown === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(shown.clientWidth));
    observer.observe(shown);
    return () => observer.disconnect();
  }, [element]);
  return { width };
}
