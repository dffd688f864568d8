import { startTransition, useEffect, useState } from 'react';

/** What is put on the page at once: few enough for a frame. */
const STEP = 12;

/** How many of `count` rows to show by now: a few at first, some more with every frame, so that none takes long. */
export function useGrowing(count: number): number {
  const [shown, setShown] = useState(STEP);
  useEffect(() => {
    if (shown >= count) return;
    const frame = requestAnimationFrame(() => startTransition(() => setShown((before) => before + STEP)));
    return () => cancelAnimationFrame(frame);
  }, [shown, count]);
  return Math.min(shown, count);
}
