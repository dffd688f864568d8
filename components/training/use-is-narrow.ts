import { useEffect, useRef, useState, type RefObject } from 'react';

/** Whether an element is less than `pixels` wide: for what a style sheet alone cannot rearrange. */
export function useIsNarrow(pixels: number): readonly [RefObject<HTMLDivElement | null>, boolean] {
  const element = useRef<HTMLDivElement>(null);
  const [isNarrow, setNarrow] = useState(false);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setNarrow(entry.contentRect.width < pixels);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [pixels]);
  return [element, isNarrow];
}
